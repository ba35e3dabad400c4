package org.clientportal.benchmarks.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.host.config.KeysFile;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A server as one would write it by hand for the one page and the one download that are measured: Jetty, a pool of
 * connections, plain JDBC, and nothing between them. Prints the port that it listens on.
 */
public final class PlainServer {
    private static final int CONNECTIONS = 10;
    private static final int THREADS = 250;

    private PlainServer() {}

    /**
     * Runs it.
     *
     * @param args engine, JDBC address, user, file of the keys under which sessions are hashed, bytes of a download
     */
    public static void main(String[] args) throws Exception {
        Engine engine = Engine.of(args[0]);
        HikariDataSource pool = new HikariDataSource(pool(engine, args[1], args[2]));
        PlainSessions sessions = new PlainSessions(engine, KeysFile.open(Path.of(args[3])));
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory());
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(
                new ConstantBytes(Integer.parseInt(args[4])),
                new PlainDocuments(pool, sessions, new PlainPages(engine))));
        server.start();
        System.out.println(connector.getLocalPort());
    }

    private static HikariConfig pool(Engine engine, String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        if (engine == Engine.POSTGRES) {
            config.setUsername(user);
        } else {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("foreign_keys", "true");
            config.addDataSourceProperty("busy_timeout", "10000");
        }
        return config;
    }
}

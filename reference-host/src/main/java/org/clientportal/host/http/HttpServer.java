package org.clientportal.host.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The server: plain HTTP/1.1, on loopback or behind a proxy that speaks TLS. */
public final class HttpServer implements AutoCloseable {
    private static final Duration STOP = Duration.ofSeconds(15);
    private static final Duration CROWDED = Duration.ofSeconds(2);
    private static final int THREADS = 250;
    private static final int WAITING = 1024;
    private static final int SEND_BUFFER = 256 << 10;
    private static final int GZIP_FROM = 1024;
    private static final List<String> COMPRESSED = List.of(
            "text/html",
            "text/css",
            "text/javascript",
            "text/plain",
            "image/svg+xml",
            "application/json",
            "application/problem+json",
            "application/manifest+json");

    private final Server server;
    private final ServerConnector connector;

    /**
     * @param address where to listen; port 0 takes a free one
     * @param operations what is asked of the host itself, whatever the host name: health and metrics
     * @param log told of every request
     */
    public HttpServer(InetSocketAddress address, Site site, List<Handler> operations, RequestLog log) {
        HttpLimits limits = site.limits();
        server = new Server(threads(), null, new ArrayByteBufferPool(-1, -1, DownloadSender.PIECE));
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration(limits)));
        connector.setHost(address.getHostString());
        connector.setPort(address.getPort());
        // Java's own 50 are full at the first rush, and whoever comes then tries again a second later.
        connector.setAcceptQueueSize(WAITING);
        // Left to itself the system keeps megabytes for each who does not read, and shows a slow one's progress so
        // rarely
        // that the connection seems idle.
        connector.setAcceptedSendBufferSize(SEND_BUFFER);
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addConnector(connector);
        server.addBean(limit(limits));
        server.setErrorHandler(new ProtocolFaults());
        server.setRequestLog(log);
        server.setStopTimeout(STOP.toMillis());
        Handler.Sequence handlers = new Handler.Sequence();
        operations.forEach(handlers::addHandler);
        handlers.addHandler(site.door());
        server.setHandler(new GracefulHandler(compressing(handlers)));
    }

    /**
     * Starts to listen.
     *
     * @throws IOException if the address cannot be had
     */
    public void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the server cannot start", e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** How many connections are open. */
    public int connections() {
        return connector.getConnectedEndPoints().size();
    }

    /** Takes no more requests, lets those that run end for a while, and stops. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server cannot stop", e);
        }
    }

    /** When there is room for no more, whoever says nothing for a moment makes room. */
    private NetworkConnectionLimit limit(HttpLimits limits) {
        NetworkConnectionLimit limit =
                new NetworkConnectionLimit(OpenFiles.connections(limits.connections()), connector);
        limit.setEndPointIdleTimeout(Math.min(CROWDED.toMillis(), limits.idle().toMillis()));
        return limit;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        if (VirtualThreads.areSupported()) {
            threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        }
        return threads;
    }

    private static HttpConfiguration configuration(HttpLimits limits) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(limits.headers());
        http.setIdleTimeout(limits.idle().toMillis());
        http.setRelativeRedirectAllowed(true);
        return http;
    }

    private static Handler compressing(Handler handler) {
        GzipCompression gzip = new GzipCompression();
        gzip.setMinCompressSize(GZIP_FROM);
        CompressionConfig.Builder what = CompressionConfig.builder();
        List.of("GET", "POST").forEach(what::compressIncludeMethod);
        COMPRESSED.forEach(what::compressIncludeMimeType);
        // A body that came compressed is refused, not unpacked.
        what.decompressExcludePath("/*");
        CompressionHandler compressing = new CompressionHandler(handler);
        compressing.putCompression(gzip);
        compressing.putConfiguration("/*", what.build());
        return compressing;
    }
}

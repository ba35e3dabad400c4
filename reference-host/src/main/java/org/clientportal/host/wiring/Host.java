package org.clientportal.host.wiring;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.ProvisionException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.config.DatabaseConfig;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.http.HttpServer;
import org.clientportal.host.http.Routes;
import org.clientportal.host.preview.Previews;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.SchemaMismatch;

/** The host, put together from its configuration. Opening it starts nothing; {@link #serve} does. */
public final class Host implements AutoCloseable {
    private final HostConfig config;
    private final Injector injector;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private Host(HostConfig config, boolean demo) {
        this.config = config;
        this.injector = Guice.createInjector(
                binder -> binder.bind(HostConfig.class).toInstance(config),
                new StorageModule(),
                new MailModule(),
                new PortalModule(),
                new RouteModule(demo),
                new HttpModule());
    }

    /**
     * Opens the data of a configuration, for this process alone where it cannot be shared.
     *
     * @param demo whether to answer what only a demo answers
     * @throws StartFailure if folders cannot be used
     * @throws RuntimeException of the storage, if it cannot be opened or has other tables than this program
     */
    public static Host open(HostConfig config, boolean demo) {
        DataFolder.make(config.data());
        Host host = new Host(config, demo);
        try {
            if (config.database() instanceof DatabaseConfig.Sqlite) {
                host.open.push(DataFolder.hold(config.data()));
            }
            host.open.push(host.get(PortalStorage.class));
            host.open.push(host.get(ContentStore.class));
            host.open.push(host.get(Portal.class));
            // Built now, so that routes which contradict one another stop the start and not the first request.
            host.open.push(host.get(Previews.class));
            Routes unused = host.routes();
            return host;
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** Like {@link #migrate}, but looks no closer at tables of this program's version: for a quick start. */
    public static void migrateOlder(HostConfig config) {
        try {
            StorageModule.database(config.database()).schemaVersion();
        } catch (SchemaMismatch missingOrOlder) {
            migrate(config);
        }
    }

    /** Brings the tables of a configuration's database up to this program's version. */
    @SuppressWarnings("try") // the folder is held, and nothing more
    public static int migrate(HostConfig config) {
        DataFolder.make(config.data());
        if (config.database() instanceof DatabaseConfig.Postgres postgres) {
            return StorageModule.owned(postgres).migrate().schemaVersion();
        }
        try (DataFolder unused = DataFolder.hold(config.data())) {
            return StorageModule.database(config.database()).migrate().schemaVersion();
        }
    }

    /**
     * Starts the jobs and the server.
     *
     * @return the port it listens on
     * @throws IOException if the address cannot be had
     */
    public int serve() throws IOException {
        HttpServer server = get(HttpServer.class);
        server.start();
        open.push(server);
        portal().start();
        return server.port();
    }

    public HostConfig config() {
        return config;
    }

    public Portal portal() {
        return get(Portal.class);
    }

    public PortalAuth auth() {
        return get(PortalAuth.class);
    }

    public PortalStorage storage() {
        return get(PortalStorage.class);
    }

    public ContentStore content() {
        return get(ContentStore.class);
    }

    public KeyRing keys() {
        return get(KeyRing.class);
    }

    /** Everything that the server answers. */
    public Routes routes() {
        return get(Routes.class);
    }

    /** Stops the server first and lets go of the data last; whatever fails to close keeps nothing else open. */
    @Override
    public void close() {
        List<AutoCloseable> all = List.copyOf(open);
        open.clear();
        RuntimeException failure = null;
        for (AutoCloseable thing : all) {
            try {
                thing.close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("not everything could be closed", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private <T> T get(Class<T> type) {
        try {
            return injector.getInstance(type);
        } catch (ProvisionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}

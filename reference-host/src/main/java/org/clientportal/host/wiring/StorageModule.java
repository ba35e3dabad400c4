package org.clientportal.host.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.IOException;
import org.clientportal.host.config.DatabaseConfig;
import org.clientportal.host.config.HostConfig;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.storage.jdbc.JdbcStorageBuilder;

/** Where records and bytes are kept. */
final class StorageModule extends AbstractModule {
    @Provides
    @Singleton
    PortalStorage storage(HostConfig config) {
        return database(config.database()).build();
    }

    @Provides
    @Singleton
    ContentStore content(HostConfig config) {
        try {
            return FileContent.open(config.files());
        } catch (IOException e) {
            throw new StartFailure("the folder of the files cannot be written: " + config.files(), e);
        }
    }

    /** The database of a configuration, not yet opened. */
    static JdbcStorageBuilder database(DatabaseConfig config) {
        if (config instanceof DatabaseConfig.Postgres postgres) {
            return JdbcStorage.postgres(postgres.url(), postgres.user(), postgres.password())
                    .writers(postgres.connections())
                    .readers(postgres.connections());
        }
        return JdbcStorage.sqlite(((DatabaseConfig.Sqlite) config).file());
    }
}

package org.clientportal.host.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.IOException;
import org.clientportal.host.config.DatabaseConfig;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Key;
import org.clientportal.host.config.WrongConfiguration;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.storage.jdbc.JdbcStorageBuilder;
import org.clientportal.storage.jdbc.RowLevelSecurity;

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

    /** The database of a configuration, as the program opens it, not yet opened. */
    static JdbcStorageBuilder database(DatabaseConfig config) {
        if (config instanceof DatabaseConfig.Postgres postgres) {
            return JdbcStorage.postgres(postgres.url(), postgres.user(), postgres.password())
                    .rowLevelSecurity(rows(postgres))
                    .writers(postgres.connections())
                    .readers(postgres.connections())
                    .patience(postgres.patience());
        }
        return JdbcStorage.sqlite(((DatabaseConfig.Sqlite) config).file());
    }

    /** The database as whoever owns the tables opens it, to migrate them for the program. */
    static JdbcStorageBuilder owned(DatabaseConfig.Postgres postgres) {
        if (postgres.owner().isEmpty()) {
            if (postgres.rowLevelSecurity()) {
                throw new WrongConfiguration(Key.DATABASE_OWNER_USER, "is required to migrate with row-level security");
            }
            return database(postgres);
        }
        DatabaseConfig.Postgres.Owner owner = postgres.owner().get();
        return JdbcStorage.postgres(postgres.url(), owner.user(), owner.password())
                .appRole(postgres.user())
                .rowLevelSecurity(rows(postgres));
    }

    private static RowLevelSecurity rows(DatabaseConfig.Postgres postgres) {
        return postgres.rowLevelSecurity() ? RowLevelSecurity.ON : RowLevelSecurity.OFF;
    }
}

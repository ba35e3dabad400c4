package org.clientportal.host.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where records are kept. */
public sealed interface DatabaseConfig {
    /** A file on a local disk, for one process. */
    record Sqlite(Path file) implements DatabaseConfig {}

    /**
     * A database of a PostgreSQL server.
     *
     * @param patience how long a request waits for a connection
     * @param owner who owns the tables and migrates, where that is not the user
     * @param rowLevelSecurity whether the database itself keeps practices apart too
     */
    record Postgres(
            String url,
            String user,
            String password,
            int connections,
            Duration patience,
            Optional<Owner> owner,
            boolean rowLevelSecurity)
            implements DatabaseConfig {
        /** The role that owns the tables. */
        public record Owner(String user, String password) {
            /** Without the password. */
            @Override
            public String toString() {
                return user;
            }
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    static DatabaseConfig of(Values values, Path data) {
        Optional<String> url = values.text(Key.DATABASE_URL);
        if (url.isEmpty()) {
            if (values.flag(Key.DATABASE_ROW_LEVEL_SECURITY)) {
                throw new WrongConfiguration(Key.DATABASE_ROW_LEVEL_SECURITY, "needs PostgreSQL, a database.url");
            }
            return new Sqlite(values.path(Key.DATABASE_SQLITE).orElse(data.resolve("portal.db")));
        }
        if (values.text(Key.DATABASE_SQLITE).isPresent()) {
            throw new WrongConfiguration(Key.DATABASE_SQLITE, "and database.url exclude one another");
        }
        if (!url.get().startsWith("jdbc:postgresql:")) {
            throw new WrongConfiguration(Key.DATABASE_URL, "must look like jdbc:postgresql://host/database");
        }
        return new Postgres(
                url.get(),
                values.required(Key.DATABASE_USER),
                values.secret(Key.DATABASE_PASSWORD_FILE).orElse(""),
                values.number(Key.DATABASE_CONNECTIONS, 1, 500),
                Duration.ofSeconds(values.number(Key.DATABASE_PATIENCE, 1, 60)),
                values.text(Key.DATABASE_OWNER_USER)
                        .map(owner -> new Postgres.Owner(
                                owner,
                                values.secret(Key.DATABASE_OWNER_PASSWORD_FILE).orElse(""))),
                values.flag(Key.DATABASE_ROW_LEVEL_SECURITY));
    }
}

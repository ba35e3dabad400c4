package org.clientportal.host.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where records are kept. */
public sealed interface DatabaseConfig {
    /** A file on a local disk, for one process. */
    record Sqlite(Path file) implements DatabaseConfig {}

    /** A database of a PostgreSQL server. */
    record Postgres(String url, String user, String password, int connections) implements DatabaseConfig {
        /** Without the password. */
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    static DatabaseConfig of(Values values, Path data) {
        Optional<String> url = values.text(Key.DATABASE_URL);
        if (url.isEmpty()) {
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
                values.number(Key.DATABASE_CONNECTIONS, 1, 500));
    }
}

package org.clientportal.storage.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.clientportal.storage.StorageException.StorageUnavailable;

/** A file of SQLite. */
record SqliteDatabase(Path file) implements Database {
    static final String FOLDER = "sqlite";

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public Optional<String> schema() {
        return Optional.empty();
    }

    @Override
    public String tablePrefix() {
        return SqliteDialect.TABLE_PREFIX;
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public DataSource connections() {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new StorageUnavailable("no such folder: " + parent);
        }
        return SqliteEngine.source(file);
    }

    @Override
    public Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    public Upkeep upkeep() {
        return new SqliteUpkeep(this);
    }

    /** There is one that writes, whatever is asked for. */
    @Override
    public Engine open(int writers, int readers, Duration patience) {
        SqliteRequirements.check(SqliteEngine.source(file));
        return new SqliteEngine(file, readers, patience);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

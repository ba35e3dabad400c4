package org.clientportal.host.wiring;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientportal.core.Portal;
import org.clientportal.host.backup.Backup;
import org.clientportal.host.backup.Check;
import org.clientportal.host.backup.Progress;
import org.clientportal.host.backup.Restore;
import org.clientportal.host.config.DatabaseConfig;
import org.clientportal.host.config.HostConfig;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.storage.jdbc.JdbcStorageBuilder;

/** Backups of a configuration's data, and checks of it, beside the process that serves it. */
public final class Maintenance {
    private final HostConfig config;
    private final JdbcStorageBuilder database;
    private final Progress progress;

    public Maintenance(HostConfig config, Progress progress) {
        this.config = config;
        this.database = StorageModule.database(config.database());
        this.progress = progress;
    }

    /** Backs up into a folder that is new or empty; says what is wrong with the data. */
    public List<String> backup(Path to, String program) {
        try (JdbcStorage storage = database.build();
                FileContent content = FileContent.reading(config.files())) {
            return new Backup(portal(storage, content), content, database.backup(), database.inspection(), progress)
                    .take(to, program);
        }
    }

    /** Restores into an empty database and an empty folder; says what is wrong with what came back. */
    @SuppressWarnings("try") // the folder is held, and nothing more
    public List<String> restore(Path from) {
        DataFolder.make(config.data());
        Restore restore = new Restore(database.backup(), config.files(), progress);
        if (config.database() instanceof DatabaseConfig.Postgres) {
            return restore.from(from);
        }
        try (DataFolder unused = DataFolder.hold(config.data())) {
            return restore.from(from);
        }
    }

    /**
     * Tells what is wrong with rows, audit and bytes.
     *
     * @param backup an earlier backup, whose audit records must still be there
     */
    public void verify(Optional<Path> backup, Consumer<String> wrong) {
        try (JdbcStorage storage = database.build();
                FileContent content = FileContent.reading(config.files())) {
            new Check(portal(storage, content), content, database.inspection(), progress)
                    .run(backup, Instant.now(), wrong);
        }
    }

    private static Portal portal(JdbcStorage storage, FileContent content) {
        return Portal.builder().storage(storage).content(content).build();
    }
}

package org.clientportal.host.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.audit.Verification;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.host.backup.Manifest.Lost;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.RestoredRows;
import org.clientportal.storage.jdbc.RowBackup;

/**
 * Puts a backup back where nothing is (P29). No session, link or code of before works afterwards, and no mail that was queued
 * is sent; until the last step nobody can open the database.
 */
public final class Restore {
    private final RowBackup rows;
    private final Path files;
    private final Progress progress;
    private final List<String> findings = new ArrayList<>();
    private long documents;
    private long bytes;

    /** @param files the folder of documents' bytes, to be filled */
    public Restore(RowBackup rows, Path files, Progress progress) {
        this.rows = rows;
        this.files = files;
        this.progress = progress;
    }

    /**
     * Does it, once.
     *
     * @return what is wrong with what was restored: documents without their bytes, and audit records that are not those of
     *     before
     * @throws BackupFailure if there is no finished backup in the folder, something is there already where it belongs, or it
     *     cannot be written
     */
    public List<String> from(Path backup) {
        try {
            BackupFolder folder = BackupFolder.finished(backup);
            Manifest manifest = folder.manifest();
            if (Files.exists(files) && !BackupFolder.isEmpty(files)) {
                throw new BackupFailure("there are files in " + files + " already: a restore needs an empty folder");
            }
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            try (RestoredRows restored = rows.restore(folder.rows(), manifest.rows(), now);
                    FileContent content = FileContent.open(files)) {
                progress.say("Restored the rows; " + manifest.documents() + " documents follow.");
                copyBytes(folder, manifest, content);
                Portal portal = Portal.builder()
                        .storage(restored.storage())
                        .content(content)
                        .build();
                manifest.purged().forEach(lost -> purge(portal, lost));
                portal.practices().all().forEach(practice -> settle(portal, practice, manifest));
                restored.release();
            }
            progress.say(
                    "Restored " + documents + " documents, " + bytes + " bytes, as of " + manifest.takenAt() + ".");
            return List.copyOf(findings);
        } catch (IOException | UncheckedIOException e) {
            throw new BackupFailure("the restore did not finish: " + e.getMessage(), e);
        }
    }

    private void copyBytes(BackupFolder folder, Manifest manifest, ContentStore content) throws IOException {
        Set<UUID> purged = new HashSet<>();
        manifest.purged().forEach(lost -> purged.add(lost.document()));
        try (FileContent from = FileContent.reading(folder.files())) {
            ByteCopy copying = new ByteCopy(from, content);
            ContentList.each(folder.contents(), named -> {
                if (purged.contains(named.document().value())) {
                    return;
                }
                try {
                    if (copying.copy(named) == ByteCopy.Result.COPIED) {
                        documents++;
                        bytes += named.length();
                    } else {
                        findings.add("document " + named.document() + " of practice " + named.practice()
                                + ": the backup lacks its bytes");
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                progress.at(documents, manifest.documents(), bytes);
            });
        }
    }

    /** It was gone before the backup was finished, and so it is again. */
    private static void purge(Portal portal, Lost lost) {
        portal.units().write(Actors.system(new PracticeId(lost.practice())), work -> {
            Document document = work.unit().documents().lock(new DocumentId(lost.document()));
            work.unit().documents().delete(document.id());
            work.happened(PortalEvent.at(document.client(), EventType.DOCUMENT_PURGED, document.id()));
            return true;
        });
    }

    private void settle(Portal portal, Practice practice, Manifest manifest) {
        Verification chain = portal.audit()
                .verify(
                        Actors.system(practice.id()),
                        Optional.ofNullable(manifest.seals().get(practice.id().value()))
                                .map(Seals::seal));
        chain.flaw().ifPresent(flaw -> findings.add(Seals.words(practice.id(), flaw)));
        portal.units().write(Actors.system(practice.id()), work -> {
            work.happened(
                    PortalEvent.of(EventType.BACKUP_RESTORED, practice.id()).with("takenAt", manifest.takenAt()));
            return true;
        });
    }
}

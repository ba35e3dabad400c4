package org.clientportal.host.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.host.backup.Manifest.Lost;
import org.clientportal.host.backup.Manifest.Seal;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.Inspection;
import org.clientportal.storage.jdbc.NamedContent;
import org.clientportal.storage.jdbc.RowBackup;
import org.clientportal.storage.jdbc.RowCopy;

/**
 * Takes a backup while the portal serves (P29): the rows first, as they were at one instant, then the bytes that these rows
 * name. Bytes never change and outlive their row, so all are there but those of documents that were purged meanwhile.
 */
public final class Backup {
    private final Portal portal;
    private final ContentStore content;
    private final RowBackup rows;
    private final Inspection inspection;
    private final Progress progress;

    private final List<Lost> purged = new ArrayList<>();
    private final List<Lost> broken = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private long documents;
    private long bytes;

    public Backup(Portal portal, ContentStore content, RowBackup rows, Inspection inspection, Progress progress) {
        this.portal = portal;
        this.content = content;
        this.rows = rows;
        this.inspection = inspection;
        this.progress = progress;
    }

    /**
     * Takes it, once.
     *
     * @param to a folder that is new or empty
     * @param program which takes it
     * @return what is wrong with the data that was backed up: documents whose bytes are not what their rows say
     * @throws BackupFailure if there is something in the folder, or it cannot be written
     */
    public List<String> take(Path to, String program) {
        try {
            BackupFolder folder = BackupFolder.create(to);
            // Before the rows are taken, so that these lead at least so far.
            Map<UUID, Seal> seals = seals();
            Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
            RowCopy copy;
            long total;
            try (ContentList list = ContentList.create(folder.contents())) {
                copy = rows.take(folder.rows(), list::add);
                total = list.lines();
            }
            progress.say("Copied " + sum(copy) + " rows; " + total + " documents follow.");
            copyBytes(folder, total);
            folder.finish(new Manifest(
                    Manifest.FORMAT, now, program, copy, folder.hashes(), documents, bytes, purged, broken, seals));
            progress.say("Copied " + documents + " documents, " + bytes + " bytes"
                    + (purged.isEmpty() ? "." : "; " + purged.size() + " were purged meanwhile."));
            return List.copyOf(findings);
        } catch (IOException | UncheckedIOException e) {
            throw new BackupFailure("the backup did not finish: " + e.getMessage(), e);
        }
    }

    private Map<UUID, Seal> seals() {
        Map<UUID, Seal> seals = new HashMap<>();
        for (Practice practice : portal.practices().all()) {
            portal.units()
                    .read(
                            Actors.system(practice.id()),
                            reading -> reading.view().audit().lastSeal())
                    .ifPresent(seal -> seals.put(
                            practice.id().value(),
                            new Seal(
                                    seal.record().value(),
                                    seal.number(),
                                    seal.hash().hex())));
        }
        return seals;
    }

    private static long sum(RowCopy copy) {
        return copy.rows().values().stream().mapToLong(Long::longValue).sum();
    }

    private void copyBytes(BackupFolder folder, long total) throws IOException {
        try (FileContent into = FileContent.open(folder.files())) {
            ByteCopy copying = new ByteCopy(content, into);
            ContentList.each(folder.contents(), named -> {
                try {
                    note(named, copying.copy(named));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                progress.at(documents, total, bytes);
            });
        }
    }

    private void note(NamedContent named, ByteCopy.Result result) {
        Lost lost = new Lost(named.practice().value(), named.document().value());
        if (result == ByteCopy.Result.COPIED) {
            documents++;
            bytes += named.length();
        } else if (result == ByteCopy.Result.MISSING && !inspection.isNamed(named)) {
            purged.add(lost);
        } else {
            broken.add(lost);
            findings.add("document " + named.document() + " of practice " + named.practice() + ": its bytes are "
                    + (result == ByteCopy.Result.MISSING ? "missing" : "not those that were uploaded"));
        }
    }
}

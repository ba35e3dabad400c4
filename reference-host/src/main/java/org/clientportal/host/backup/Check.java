package org.clientportal.host.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.audit.Verification;
import org.clientportal.host.backup.Manifest.Seal;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.files.FileContent;
import org.clientportal.storage.jdbc.Inspection;
import org.clientportal.storage.jdbc.NamedContent;

/**
 * Looks rows and bytes over while the portal serves, and changes neither: the rows themselves, every practice's audit (P18),
 * the bytes of every document, and bytes that no row names (P25).
 */
public final class Check {
    /** Younger bytes may belong to an upload on its way, or wait to be swept. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(24);

    private final Portal portal;
    private final FileContent content;
    private final Inspection inspection;
    private final Progress progress;

    private long documents;
    private long bytes;

    public Check(Portal portal, FileContent content, Inspection inspection, Progress progress) {
        this.portal = portal;
        this.content = content;
        this.inspection = inspection;
        this.progress = progress;
    }

    /**
     * Does it, once.
     *
     * @param backup an earlier backup, whose newest audit records must still be there
     * @param wrong told each thing that is wrong, in one line
     */
    public void run(Optional<Path> backup, Instant now, Consumer<String> wrong) {
        try {
            Map<UUID, Seal> noted = backup.isPresent()
                    ? BackupFolder.finished(backup.get()).manifest().seals()
                    : Map.of();
            inspection.rows(wrong);
            progress.say("Checked the rows.");
            portal.practices().all().forEach(practice -> audit(practice, noted, wrong));
            long total = inspection.countContents();
            ByteCheck check = new ByteCheck(content);
            inspection.contents(named -> {
                check.wrong(named)
                        .filter(why -> inspection.isNamed(named))
                        .ifPresent(why -> wrong.accept(
                                "document " + named.document() + " of practice " + named.practice() + ": " + why));
                count(named);
                progress.at(documents, total, bytes);
            });
            progress.say("Checked " + documents + " documents, " + bytes + " bytes.");
            new Unnamed(content.files(), now.minus(LEFT_BEHIND), wrong).over(inspection);
        } catch (IOException | UncheckedIOException e) {
            throw new BackupFailure("the files cannot be read: " + e.getMessage(), e);
        }
    }

    private void count(NamedContent named) {
        documents++;
        bytes += named.length();
    }

    private void audit(Practice practice, Map<UUID, Seal> noted, Consumer<String> wrong) {
        Verification chain = portal.audit()
                .verify(
                        Actors.system(practice.id()),
                        Optional.ofNullable(noted.get(practice.id().value())).map(Seals::seal));
        chain.flaw().ifPresent(flaw -> wrong.accept(Seals.words(practice.id(), flaw)));
        progress.say("Checked " + chain.intact() + " audit records of " + practice.slug() + ".");
    }
}

package org.clientportal.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.SureTime;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.document.Trash;
import org.clientportal.storage.SystemUnit.Owned;

/**
 * Removes for good what has lain in the trash for 30 days, unless a legal hold keeps it (DO-5). In one unit the document
 * gives way to a note of its bytes, which {@link ContentSweep} then deletes.
 */
public final class TrashPurge implements Job {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int STEP = 50;

    private final Units units;

    public TrashPurge(Units units) {
        this.units = units;
    }

    @Override
    public String name() {
        return "purge-trash";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public boolean run(Instant now) {
        Expired expired = units.system(unit -> {
            Instant before = SureTime.of(unit, now).minus(Trash.KEPT);
            return new Expired(before, unit.expiredTrash(before, STEP));
        });
        int purged = 0;
        for (Owned<DocumentId> document : expired.documents()) {
            purged += purge(document, expired.before()) ? 1 : 0;
        }
        // Without any progress the rest waits for the next round, not for ever.
        return purged > 0 && expired.documents().size() == STEP;
    }

    /** What was put into the trash before an instant. */
    private record Expired(Instant before, List<Owned<DocumentId>> documents) {}

    private boolean purge(Owned<DocumentId> expired, Instant before) {
        try {
            return units.write(
                    Actors.system(expired.practice()),
                    work -> work.view()
                            .documents()
                            .find(expired.item())
                            .filter(document -> purge(work, document, before))
                            .isPresent());
        } catch (PortalException.NotFound gone) {
            // Another node purged it between the look and the lock.
            return true;
        }
    }

    /** Decides again under lock: it may have been restored or held since it was found. */
    private static boolean purge(Writing work, Document found, Instant before) {
        // The client before the document: one order of locks everywhere.
        Optional<Client> client = work.view().clients().find(found.client());
        Document document = work.unit().documents().lock(found.id());
        boolean held =
                document.hold().isPresent() || client.flatMap(Client::hold).isPresent();
        Optional<Trash> trash = document.trash().filter(put -> put.at().isBefore(before));
        if (held || trash.isEmpty()) {
            return false;
        }
        work.unit().documents().delete(document.id());
        work.unit()
                .pendingContent()
                .insert(new PendingContent(
                        document.id(), document.content(), trash.get().at()));
        work.happened(PortalEvent.at(document.client(), EventType.DOCUMENT_PURGED, document.id()));
        return true;
    }
}

package org.clientportal.core.document;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.LegalHold;
import org.clientportal.model.document.Trash;
import org.clientportal.model.staff.StaffId;

/** Shows, hides, files, deletes, restores and holds documents (DO-1, DO-4, DO-5). Thread-safe. */
public final class Filing {
    private final Units units;

    public Filing(Units units) {
        this.units = units;
    }

    /** Makes a document visible to the portal, or hides it (DO-1); staff. */
    public Document setVisible(Actor actor, DocumentId id, boolean visible, Optional<Long> version) {
        return change(actor, ChangeDocument.shown(id, visible, version));
    }

    /**
     * Moves a document to another folder of its client, renames it, sets its year, shows or hides it (DO-1); staff. All of it
     * at once: whoever may look into the new folder never sees there what is hidden with the move.
     */
    public Document change(Actor actor, ChangeDocument command) {
        return units.write(actor, work -> {
            Document document = outsideTrash(locked(work, command.id(), command.version()));
            boolean visible = command.visible().orElse(document.visible());
            boolean flips = visible != document.visible();
            if (!command.files() && !flips) {
                return document;
            }
            Document changed = document.withVisible(visible);
            if (command.files()) {
                Folder folder =
                        Folders.open(work, document.client(), command.folder().orElse(document.folder()));
                changed = changed.filed(
                        folder,
                        command.name().orElse(document.name()),
                        command.year().orElse(document.year()));
                happened(work, EventType.DOCUMENT_FILED, document);
            }
            if (flips) {
                happened(work, visible ? EventType.DOCUMENT_SHOWN : EventType.DOCUMENT_HIDDEN, document);
            }
            return work.unit().documents().update(changed);
        });
    }

    /**
     * Deletes a document into the trash. Staff at any time (DO-5), unless a legal hold keeps it; a contact what it uploaded
     * itself, within the practice's time (DO-4).
     *
     * @throws PortalException.Conflict {@code on_legal_hold} for staff; {@code part_of_records} for a contact
     * @throws PortalException.Forbidden {@code not_allowed} for a contact that sees it and did not upload it
     */
    public Document delete(Actor actor, DocumentId id) {
        return units.write(actor, work -> {
            Document document = Shown.lock(work, id);
            boolean held = document.hold().isPresent()
                    || work.shown(document.client()).hold().isPresent();
            if (actor instanceof Actor.Contact) {
                requireOwnAndInTime(work, document, held);
            } else if (held) {
                throw Refusals.conflict(CoreError.ON_LEGAL_HOLD, "A legal hold keeps this document.");
            }
            return changed(
                    work, EventType.DOCUMENT_TRASHED, document.trashed(new Trash(work.now(), actor.principal())));
        });
    }

    /**
     * Takes a document out of the trash; staff. Its date, its downloads and whether it is visible are what they were.
     *
     * @throws PortalException.Conflict {@code bad_state} if it is not in the trash, or for too long
     */
    public Document restore(Actor actor, DocumentId id) {
        return units.write(actor, work -> {
            Document document = locked(work, id, Optional.empty());
            if (document.trash().filter(t -> t.restorableAt(work.now())).isEmpty()) {
                throw Refusals.notRestorable();
            }
            return changed(work, EventType.DOCUMENT_RESTORED, document.restored());
        });
    }

    /** Sets or, with no reason, lifts a legal hold on a document (ADMIN, DO-5). */
    public Document hold(Actor actor, DocumentId id, Optional<String> reason) {
        return units.write(actor, work -> {
            Document document = locked(work, id, Optional.empty());
            work.admin();
            return changed(
                    work,
                    reason.isPresent() ? EventType.DOCUMENT_HELD : EventType.DOCUMENT_RELEASED,
                    document.withHold(reason.map(r -> hold(work, r))));
        });
    }

    /** Sets or, with no reason, lifts a legal hold on everything of a client (ADMIN, DO-5). */
    public Client hold(Actor actor, ClientId id, Optional<String> reason) {
        return units.write(actor, work -> {
            Client client = work.locked(id);
            work.admin();
            work.happened(
                    PortalEvent.at(id, reason.isPresent() ? EventType.CLIENT_HELD : EventType.CLIENT_RELEASED, id));
            return work.unit().clients().update(client.withHold(reason.map(r -> hold(work, r))));
        });
    }

    private static LegalHold hold(Writing work, String reason) {
        StaffId by = work.actor()
                .principal()
                .staff()
                .orElseThrow(
                        () -> new PortalException.Forbidden(CoreError.NOT_ALLOWED, "A legal hold is set by a person."));
        return new LegalHold(reason, by, work.now());
    }

    private static void requireOwnAndInTime(Writing work, Document document, boolean held) {
        if (!Shown.isOwn(document, work.actor().principal())) {
            throw new PortalException.Forbidden(
                    CoreError.NOT_ALLOWED, "You can delete only what you uploaded yourself.");
        }
        boolean inTime = Shown.deletableUntil(document, work.actor().principal(), work.practice())
                .filter(end -> !work.now().isAfter(end))
                .isPresent();
        if (held || !inTime) {
            throw Refusals.conflict(
                    CoreError.PART_OF_RECORDS,
                    "This file is part of the firm's records by now. Please ask the firm to delete it.");
        }
    }

    private static Document locked(Writing work, DocumentId id, Optional<Long> version) {
        Document document = Shown.lockKept(work, id);
        Refusals.unlessAt(document, version);
        return document;
    }

    private static Document outsideTrash(Document document) {
        if (document.inTrash()) {
            throw Refusals.notFound();
        }
        return document;
    }

    private static Document changed(Writing work, EventType type, Document document) {
        happened(work, type, document);
        return work.unit().documents().update(document);
    }

    private static void happened(Writing work, EventType type, Document document) {
        work.happened(PortalEvent.at(document.client(), type, document.id()));
    }
}

package org.clientportal.core.document;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.ContentStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files in (DO-6): a pending row, then the bytes, then the document, so that a document always has its bytes and bytes
 * are always named by a row (P25). Thread-safe.
 */
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Units units;
    private final ContentStore content;
    private final SecureRandom random = new SecureRandom();

    public Uploads(Units units, ContentStore content) {
        this.units = units;
        this.content = content;
    }

    /**
     * Whether this upload would be taken now; throws what {@link #upload} would throw. For hosts that must answer before they
     * read the first byte.
     */
    public void check(Actor actor, UploadDocument command) {
        units.read(actor, work -> allowed(work, command));
    }

    /**
     * Takes a file in, streaming; it exists for others only when this returns. Access is asked again when the bytes are there,
     * and every second meanwhile (PM-8). Does not close the stream.
     *
     * @throws IllegalStateException inside a transaction of the caller's
     * @throws PortalException.NotFound for a client or folder that the actor may not add to (DO-10)
     * @throws PortalException.Invalid {@code upload_too_large}; {@code upload_incomplete} when the stream breaks or is not as
     *     long as announced
     * @throws PortalException.Unavailable {@code content_unavailable} when the bytes cannot be stored
     */
    public Document upload(Actor actor, UploadDocument command, InputStream bytes) {
        units.requireOwnCommits("an upload");
        Begun begun = begin(actor, command);
        CountedStream counted = new CountedStream(bytes, new Recheck(units, () -> check(fresh(actor), command)));
        ContentStore.Stored stored;
        try {
            stored = content.put(begun.pending().content(), counted, begun.limit());
            if (command.length().filter(l -> l != stored.length()).isPresent()) {
                throw incomplete();
            }
        } catch (IOException broken) {
            abandon(actor, begun.pending());
            throw (PortalException) why(broken, counted, command).initCause(broken);
        } catch (RuntimeException refused) {
            abandon(actor, begun.pending());
            throw refused;
        }
        try {
            String mediaType = MediaTypes.of(counted.head(), command.name());
            return units.write(actor, work -> finish(work, command, begun.pending(), stored, mediaType));
        } catch (PortalException refused) {
            // Of an unknown outcome the document may be there, and then its bytes are needed: the sweeper finds out.
            if (refused.code() != CoreError.OUTCOME_UNKNOWN) {
                abandon(actor, begun.pending());
            }
            throw refused;
        }
    }

    /**
     * What an upload starts with.
     *
     * @param limit the most bytes to take
     */
    private record Begun(PendingContent pending, long limit) {}

    private Begun begin(Actor actor, UploadDocument command) {
        byte[] key = new byte[16];
        random.nextBytes(key);
        return units.write(actor, work -> {
            allowed(work, command);
            PendingContent pending = new PendingContent(
                    new DocumentId(work.newId()),
                    ContentKey.of(actor.practice(), HexFormat.of().formatHex(key)),
                    work.now());
            work.unit().pendingContent().insert(pending);
            return new Begun(
                    pending, command.length().orElse(work.practice().settings().maxUpload()));
        });
    }

    private static PortalException why(IOException broken, CountedStream sent, UploadDocument command) {
        if (broken instanceof ContentStore.TooLong) {
            // More than announced, or, with nothing announced, more than the practice takes.
            return command.length().isPresent() ? incomplete() : tooLarge();
        }
        return sent.broke()
                ? incomplete()
                : new PortalException.Unavailable(
                        CoreError.CONTENT_UNAVAILABLE, "This file cannot be stored right now. Please try again.");
    }

    private static Folder allowed(Reading work, UploadDocument command) {
        work.shown(command.client());
        Folder folder = Folders.open(work, command.client(), command.folder());
        long most = work.practice().settings().maxUpload();
        if (command.length().filter(l -> l > most).isPresent()) {
            throw tooLarge();
        }
        return folder;
    }

    private static Document finish(
            Writing work,
            UploadDocument command,
            PendingContent pending,
            ContentStore.Stored stored,
            String mediaType) {
        Folder folder = allowed(work, command);
        boolean firm = work.actor().principal().isFirm();
        Practice practice = work.practice();
        ZonedDateTime here = work.now().atZone(practice.zone());
        Optional<Instant> newUntil = firm ? Optional.of(here.plusMonths(3).toInstant()) : Optional.empty();
        Document document = new Document(
                pending.id(),
                command.client(),
                folder.id(),
                folder.kind(),
                command.name(),
                mediaType,
                stored.length(),
                stored.sha256(),
                pending.content(),
                !firm || command.visible(),
                work.actor().principal(),
                work.now(),
                firm ? command.year().orElse(here.getYear()) : here.getYear(),
                newUntil,
                Optional.empty(),
                Optional.empty(),
                command.externalId(),
                0);
        work.unit().pendingContent().delete(pending.id());
        work.unit().documents().insert(document);
        work.happened(PortalEvent.at(document.client(), EventType.DOCUMENT_UPLOADED, document.id())
                .with("folder", folder.id())
                .with("visible", document.visible())
                .with("sha256", document.sha256()));
        return document;
    }

    /** Best effort: what stays behind is swept within a day. */
    private void abandon(Actor actor, PendingContent pending) {
        try {
            content.delete(pending.content());
            units.write(Actors.system(actor.practice()), work -> {
                work.unit().pendingContent().delete(pending.id());
                return true;
            });
        } catch (IOException | RuntimeException later) {
            LOG.info("Left the pending content {} to the sweeper", pending.id(), later);
        }
    }

    /** The actor without the grants it came with: what counts is what holds now. */
    static Actor fresh(Actor actor) {
        return actor instanceof Actor.Contact contact
                ? new Actor.Contact(contact.practice(), contact.id(), Optional.empty(), contact.network())
                : actor;
    }

    private static PortalException tooLarge() {
        return new PortalException.Invalid(
                CoreError.UPLOAD_TOO_LARGE,
                "This file is larger than the practice takes.",
                Optional.of("file"),
                Map.of());
    }

    private static PortalException incomplete() {
        return new PortalException.Invalid(
                CoreError.UPLOAD_INCOMPLETE,
                "The upload broke off, and nothing was kept. Please try again.",
                Optional.of("file"),
                Map.of());
    }
}

package org.clientportal.core.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.model.Require;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.storage.ContentStore;

/** Gives files out (DO-2, DO-3, DO-7). Thread-safe. */
public final class Downloads {
    private final Units units;
    private final ContentStore content;

    public Downloads(Units units, ContentStore content) {
        this.units = units;
        this.content = content;
    }

    /** A document as {@link Documents#get} would show it, to answer conditional and HEAD requests; changes nothing. */
    public Document look(Actor actor, DocumentId id) {
        return units.read(actor, work -> Shown.find(work, id));
    }

    /**
     * Opens a document's bytes from an offset on. That it was opened is audited in the unit that allows it: no record, no
     * bytes. Reading fails within a second once access is taken away (PM-8). The caller closes.
     *
     * @throws IllegalStateException inside a transaction of the caller's
     * @throws PortalException.NotFound if the actor may not see it
     * @throws PortalException.Invalid {@code out_of_range} for an offset that is not from 0 to the size
     * @throws PortalException.Unavailable {@code content_unavailable}
     */
    public ReadableByteChannel open(Actor actor, DocumentId id, long offset) {
        Document document = audited(actor, id, EventType.DOCUMENT_DOWNLOADED, offset);
        return guarded(actor, document, offset);
    }

    /** Opens all bytes to make a preview of; a preview is no download. */
    public ReadableByteChannel preview(Actor actor, DocumentId id) {
        return guarded(actor, audited(actor, id, EventType.DOCUMENT_PREVIEWED, 0), 0);
    }

    /** Opens all bytes to make a thumbnail of: part of showing a list, so it leaves no record. */
    public ReadableByteChannel thumbnail(Actor actor, DocumentId id) {
        return guarded(actor, look(actor, id), 0);
    }

    /**
     * Notes that this contact has the whole file now: it is no longer New for it (DO-3). For staff it does nothing. The host
     * calls it after the last byte of a full answer, never for a part.
     */
    public void completed(Actor actor, DocumentId id) {
        // Most have it already, and for them nothing need be written.
        if (actor instanceof Actor.Contact contact && !has(contact, id)) {
            units.write(actor, work -> {
                Shown.find(work, id);
                work.unit().documents().markDownloaded(id, contact.id(), work.now());
                return true;
            });
        }
    }

    private boolean has(Actor.Contact contact, DocumentId id) {
        return units.read(contact, work -> {
            Shown.find(work, id);
            return work.view().documents().isDownloaded(id, contact.id());
        });
    }

    private Document audited(Actor actor, DocumentId id, EventType type, long offset) {
        units.requireOwnCommits("a download");
        return units.write(actor, work -> {
            Document document = Shown.find(work, id);
            Require.that(
                    offset >= 0 && offset <= document.size(), "offset", "out_of_range", "must lie within the file");
            work.happened(PortalEvent.at(document.client(), type, id).with("offset", offset));
            return document;
        });
    }

    private ReadableByteChannel guarded(Actor actor, Document document, long offset) {
        Recheck recheck = new Recheck(units, () -> look(Uploads.fresh(actor), document.id()));
        try {
            ReadableByteChannel bytes = content.open(document.content(), offset).orElseThrow(Downloads::unavailable);
            return new GuardedChannel(bytes, recheck);
        } catch (IOException broken) {
            throw (PortalException) unavailable().initCause(broken);
        }
    }

    private static PortalException unavailable() {
        return new PortalException.Unavailable(
                CoreError.CONTENT_UNAVAILABLE, "This file cannot be read right now. Please try again.");
    }

    private record GuardedChannel(ReadableByteChannel bytes, Recheck recheck) implements ReadableByteChannel {
        @Override
        public int read(ByteBuffer into) throws IOException {
            recheck.now();
            return bytes.read(into);
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}

package org.clientportal.host.http;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Downloads;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;

/**
 * A file on its way to the reader: whole or the one range asked for, with its hash as ETag, sandboxed so that nothing in
 * it can run as the portal (DO-7, P20).
 *
 * @param name its name, any text
 * @param mediaType its type
 * @param length its bytes
 * @param etag a word that changes with the bytes, without quotes
 * @param inline whether it may be shown in the page (a preview we made ourselves); else it is saved
 * @param bytes opens it at an offset; called only when bytes are sent; what reading throws breaks the transfer off (PM-8)
 * @param whole called when all bytes but the last of a full answer are out, which waits for it; not for HEAD, ranges or
 *     broken transfers (DO-3)
 */
public record Download(
        String name, String mediaType, long length, String etag, boolean inline, Opener bytes, Runnable whole)
        implements Answer.Content {
    /** Opens the bytes from an offset on. */
    @FunctionalInterface
    public interface Opener {
        ReadableByteChannel open(long offset) throws IOException;
    }

    /** A file that is saved under its name. */
    public static Download attachment(String name, String mediaType, long length, String etag, Opener bytes) {
        return new Download(name, mediaType, length, etag, false, bytes, () -> {});
    }

    /**
     * A document, to be saved: opening it is audited, and once all of it was sent it is no longer New (DO-3).
     *
     * @throws org.clientportal.core.error.PortalException.NotFound if the actor may not see it
     */
    public static Download of(Downloads downloads, Actor actor, DocumentId id) {
        Document document = downloads.look(actor, id);
        return attachment(
                        document.name().value(),
                        document.mediaType(),
                        document.size(),
                        document.sha256().hex(),
                        offset -> downloads.open(actor, id, offset))
                .whenWhole(() -> downloads.completed(actor, id));
    }

    /** A picture that we made ourselves, shown in the page. */
    public static Download picture(String name, String mediaType, long length, String etag, Opener bytes) {
        return new Download(name, mediaType, length, etag, true, bytes, () -> {});
    }

    /** This file with what follows when all of it was sent. */
    public Download whenWhole(Runnable other) {
        return new Download(name, mediaType, length, etag, inline, bytes, other);
    }
}

package org.clientportal.host.preview;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Downloads;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;

/**
 * Shows documents as pictures (DO-2). Every call asks anew whether the actor may see the document: what is kept are
 * pictures by their bytes' key, never a permission. A preview is no download (DO-3). Thread-safe.
 */
public final class Previews implements AutoCloseable {
    private static final String PDF = "application/pdf";
    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff", "image/webp");
    private static final int PAGE_WIDTH = 1400;
    private static final int PAGE_HEIGHT = 2000;
    private static final int THUMBNAIL = 480;
    private static final int MOST_FAILED = 10_000;

    /** A busy machine may have been why. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMinutes(10);

    private final Downloads downloads;
    private final PreviewLimits limits;
    private final DrawingFolder folder;
    private final DrawingTurns turns;
    private final Workers workers;
    private final Cache<Key, Picture> kept;
    private final Cache<Key, Boolean> failed;

    private record Key(ContentKey content, int page, int width) {}

    /**
     * Previews of one host.
     *
     * @param folder where documents lie while they are drawn; what processes left there that are gone is deleted
     */
    public Previews(Downloads downloads, PreviewLimits limits, Path folder) {
        this.downloads = downloads;
        this.limits = limits;
        this.folder = new DrawingFolder(folder);
        this.turns = new DrawingTurns(limits);
        this.workers = new Workers(limits, this.folder);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(limits.cachedBytes())
                .weigher((Key key, Picture picture) -> 200 + picture.bytes().length)
                .build();
        this.failed = Caffeine.newBuilder()
                .maximumSize(MOST_FAILED)
                .expireAfterWrite(TRY_AGAIN_AFTER)
                .build();
    }

    /** Whether a document of this type and size is shown at all; HTML and SVG never are (P20). */
    public boolean shows(Document document) {
        return document.size() > 0
                && document.size() <= limits.fileBytes()
                && (document.mediaType().equals(PDF) || PICTURES.contains(document.mediaType()));
    }

    /** The most pages of a document that are shown. */
    public int maxPages() {
        return limits.pages();
    }

    /**
     * A page as large as a screen. That it was shown is audited.
     *
     * @param page from 1 on
     * @return empty if it cannot be drawn or there is no such page
     * @throws PortalException.NotFound if the actor may not see the document
     * @throws PortalException.Unavailable {@code busy}, {@code content_unavailable}
     */
    public Optional<Picture> page(Actor actor, DocumentId id, int page) {
        Document document = downloads.look(actor, id);
        if (!shows(document) || page < 1 || page > limits.pages()) {
            return Optional.empty();
        }
        try (ReadableByteChannel bytes = downloads.preview(actor, id)) {
            return drawn(document, page, PAGE_WIDTH, PAGE_HEIGHT, () -> bytes);
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    /**
     * The first page, to learn from it how many there are and how large; it is not to be shown, so it leaves no record.
     * Otherwise as {@link #page}.
     */
    public Optional<Picture> measure(Actor actor, DocumentId id) {
        Document document = downloads.look(actor, id);
        return shows(document)
                ? drawn(document, 1, PAGE_WIDTH, PAGE_HEIGHT, () -> downloads.thumbnail(actor, id))
                : Optional.empty();
    }

    /** The first page, small; part of showing a list, so it leaves no record. Otherwise as {@link #page}. */
    public Optional<Picture> thumbnail(Actor actor, DocumentId id) {
        Document document = downloads.look(actor, id);
        return shows(document)
                ? drawn(document, 1, THUMBNAIL, THUMBNAIL, () -> downloads.thumbnail(actor, id))
                : Optional.empty();
    }

    /** Ends what is drawn, and leaves no file behind. */
    @Override
    public void close() {
        workers.close();
        folder.close();
    }

    private Optional<Picture> drawn(
            Document document, int page, int width, int height, Supplier<ReadableByteChannel> bytes) {
        Key key = new Key(document.content(), page, width);
        Supplier<Optional<Picture>> anew = () -> {
            Optional<Picture> drawn = drawn(bytes, document, page, width, height);
            drawn.ifPresentOrElse(picture -> kept.put(key, picture), () -> failed.put(key, true));
            return drawn;
        };
        // When its turn comes, whoever went before may have drawn the same.
        return known(key, () -> turns.inTurn(document.uploadedBy(), () -> known(key, anew)));
    }

    private Optional<Picture> known(Key key, Supplier<Optional<Picture>> unknown) {
        return failed.getIfPresent(key) != null
                ? Optional.empty()
                : Optional.ofNullable(kept.getIfPresent(key)).or(unknown);
    }

    /** Copied only now that it is its turn, so that there are no more copies than processes (P21). */
    private Optional<Picture> drawn(
            Supplier<ReadableByteChannel> bytes, Document document, int page, int width, int height) {
        try {
            Path copy = folder.file();
            try (ReadableByteChannel from = bytes.get()) {
                Files.copy(Channels.newInputStream(from), copy, StandardCopyOption.REPLACE_EXISTING);
                boolean pdf = document.mediaType().equals(PDF);
                return workers.draw(new DrawRequest(copy, pdf, page, width, height));
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException broken) {
            throw unreadable(broken);
        }
    }

    private static PortalException unreadable(IOException broken) {
        return (PortalException) new PortalException.Unavailable(
                        CoreError.CONTENT_UNAVAILABLE, "This file cannot be read right now. Please try again.")
                .initCause(broken);
    }
}

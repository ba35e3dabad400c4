package org.clientportal.host.web.page;

import java.util.Optional;
import java.util.function.Supplier;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.preview.Picture;
import org.clientportal.model.document.Document;

/** Answers with pictures of documents: kept by the browser, and asked for again before each use (PM-8). */
public final class Drawn {
    private static final String KEEP = "private, no-cache";

    private Drawn() {}

    /**
     * A picture, or that the browser has it already.
     *
     * @param document as this actor may see it now
     * @param kind which of its pictures, such as {@code page-1}
     * @param picture draws it; not called if the browser has it
     */
    public static Answer answer(
            Exchange exchange, Document document, String kind, Supplier<Optional<Picture>> picture) {
        return known(exchange, document, kind, picture).orElseThrow(Refusals::notFound);
    }

    /**
     * The same for a small picture in a list, whose place must not stay torn: a clear one where none can be drawn, which the
     * browser does not keep, for the next try may draw it.
     */
    public static Answer thumbnail(Exchange exchange, Document document, Supplier<Optional<Picture>> picture) {
        return known(exchange, document, "thumbnail", picture).orElseGet(() -> sent(Picture.CLEAR));
    }

    /** The same for a page that goes by a picture but shows none: it is better without than not at all. */
    public static Optional<Picture> measured(Exchange exchange, Supplier<Optional<Picture>> picture) {
        try {
            return waitFor(exchange, picture);
        } catch (PortalException.Unavailable busy) {
            return Optional.empty();
        }
    }

    /** A process of its own draws, and whoever waits for it is not at work. */
    private static Optional<Picture> waitFor(Exchange exchange, Supplier<Optional<Picture>> picture) {
        exchange.letOthersWork();
        return picture.get();
    }

    private static Optional<Answer> known(
            Exchange exchange, Document document, String kind, Supplier<Optional<Picture>> picture) {
        String etag = "\"" + document.sha256().hex().substring(0, 24) + "-" + kind + "\"";
        return exchange.header("If-None-Match").filter(etag::equals).isPresent()
                ? Optional.of(kept(Answer.done().status(304), etag))
                : waitFor(exchange, picture).map(drawn -> kept(sent(drawn), etag));
    }

    private static Answer sent(Picture picture) {
        return Answer.bytes(picture.mediaType(), picture.bytes());
    }

    private static Answer kept(Answer answer, String etag) {
        return answer.header("ETag", etag).header("Cache-Control", KEEP);
    }
}

package org.clientportal.host.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/** What the parser found in the piece it was given last, in order, to be taken one by one. */
final class MultipartEvents implements MultiPart.Parser.Listener {
    /** One thing found. */
    sealed interface Event {}

    /** A part begins; header names are in lower case. */
    record Begin(Map<String, String> headers) implements Event {}

    /** Bytes of the part, valid until the next piece is parsed. */
    record Piece(ByteBuffer bytes) implements Event {}

    record End() implements Event {}

    record Complete() implements Event {}

    record Malformed() implements Event {}

    private final Deque<Event> events = new ArrayDeque<>();
    private Map<String, String> headers = new TreeMap<>();
    private boolean over;

    boolean isEmpty() {
        return events.isEmpty();
    }

    Event peek() {
        Event event = events.element();
        if (event instanceof Malformed) {
            throw Refusal.of(HttpError.MALFORMED_FORM, "The form cannot be read.");
        }
        return event;
    }

    /** Takes the next; the end of all stays. */
    Event take() {
        Event event = peek();
        if (!(event instanceof Complete)) {
            events.remove();
        }
        return event;
    }

    @Override
    public void onPartBegin() {
        headers = new TreeMap<>();
    }

    @Override
    public void onPartHeader(String name, String value) {
        headers.put(name.toLowerCase(Locale.ROOT), value);
    }

    @Override
    public void onPartHeaders() {
        add(new Begin(headers));
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        add(new Piece(chunk.getByteBuffer()));
    }

    @Override
    public void onPartEnd() {
        add(new End());
    }

    @Override
    public void onComplete() {
        add(new Complete());
        over = true;
    }

    @Override
    public void onFailure(Throwable failure) {
        add(new Malformed());
        over = true;
    }

    private void add(Event event) {
        if (!over) {
            events.add(event);
        }
    }
}

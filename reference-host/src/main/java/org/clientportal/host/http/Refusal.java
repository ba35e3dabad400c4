package org.clientportal.host.http;

import java.util.Map;
import java.util.Optional;

/** A request that is refused before a use case begins. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpError error;
    private final transient Optional<String> field;
    private final transient Map<String, String> headers;

    private Refusal(HttpError error, String words, Optional<String> field, Map<String, String> headers) {
        super(words);
        this.error = error;
        this.field = field;
        this.headers = Map.copyOf(headers);
    }

    /**
     * Refuses a request as a whole.
     *
     * @param words a sentence for people; nothing internal
     */
    public static Refusal of(HttpError error, String words) {
        return new Refusal(error, words, Optional.empty(), Map.of());
    }

    /** Blames a field, by its path. */
    public static Refusal of(HttpError error, String words, String field) {
        return new Refusal(error, words, Optional.of(field), Map.of());
    }

    /** This refusal with a header. */
    Refusal withHeader(String name, String value) {
        return new Refusal(error, String.valueOf(getMessage()), field, Map.of(name, value));
    }

    Fault fault() {
        return new Fault(error.status(), error.code(), String.valueOf(getMessage()), field, Map.of(), headers);
    }
}

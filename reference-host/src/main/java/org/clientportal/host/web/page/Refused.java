package org.clientportal.host.web.page;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Says in the reader's language why something was refused: by the catalogue's {@code error.<code>.<reason>} or {@code
 * error.<code>}, else in its own words.
 */
public final class Refused {
    /** The field of what is wrong with a form as a whole. */
    public static final String WHOLE = "";

    private Refused() {}

    /**
     * The form again, with what was typed and the sentence beside the field to blame, or under {@link #WHOLE}.
     *
     * @param refused a {@link PortalException} or an {@link InvalidValue}; anything else is thrown on
     */
    public static Form form(Texts t, Map<String, String> typed, RuntimeException refused) {
        String field = refused instanceof PortalException portal
                ? portal.field().orElse(WHOLE)
                : ((InvalidValue) checked(refused)).field();
        return new Form(typed, Map.of(field, words(t, refused)));
    }

    /** The sentence alone. */
    public static String words(Texts t, RuntimeException refused) {
        if (refused instanceof PortalException portal) {
            return words(t, portal.code().code(), portal.details()).orElseGet(portal::words);
        }
        InvalidValue value = (InvalidValue) checked(refused);
        return words(t, value.code(), Map.of()).orElseGet(() -> String.valueOf(value.getMessage()));
    }

    /** The catalogue's sentence for a code; its argument is how long to wait, where that is known. */
    static Optional<String> words(Texts t, String code, Map<String, String> details) {
        String wait = wait(t, details.get("retryAfter"));
        return Optional.ofNullable(details.get("reason"))
                .flatMap(reason -> t.find("error." + code + "." + reason, wait))
                .or(() -> t.find("error." + code, wait));
    }

    private static String wait(Texts t, @Nullable String seconds) {
        if (seconds == null || !seconds.matches("[0-9]{1,9}")) {
            return t.get("wait.while");
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(seconds));
        return wait.compareTo(Duration.ofMinutes(2)) < 0
                ? t.get("wait.seconds", wait.toSeconds())
                : t.get("wait.minutes", (wait.toSeconds() + 59) / 60);
    }

    private static RuntimeException checked(RuntimeException refused) {
        if (refused instanceof InvalidValue) {
            return refused;
        }
        throw refused;
    }
}

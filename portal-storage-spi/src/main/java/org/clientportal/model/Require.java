package org.clientportal.model;

import java.time.Instant;
import java.time.temporal.ChronoField;
import java.util.Objects;
import java.util.Optional;

/** The checks that constructors of this model share. Each returns the value it was given, normalised where it says so. */
public final class Require {
    private Require() {}

    /** One line of text, trimmed, 1 to {@code max} UTF-16 units, without control characters. */
    public static String line(String field, String text, int max) {
        String trimmed = wellFormed(field, text).strip();
        if (trimmed.isEmpty()) {
            throw new InvalidValue(field, "required", "must not be empty");
        }
        for (int i = 0; i < trimmed.length(); i++) {
            if (Character.isISOControl(trimmed.charAt(i))) {
                throw new InvalidValue(field, "control_character", "must not contain control characters");
            }
        }
        return atMost(field, trimmed, max);
    }

    /** Text of any number of lines, possibly empty, at most {@code max} UTF-16 units. */
    public static String text(String field, String text, int max) {
        return atMost(field, wellFormed(field, text), max);
    }

    /** An optional {@linkplain #line line}. */
    public static Optional<String> line(String field, Optional<String> text, int max) {
        return text.map(t -> line(field, t, max));
    }

    /** Refuses what databases cannot keep alike: U+0000 and lone surrogates. */
    public static String wellFormed(String field, String text) {
        Objects.requireNonNull(text, field);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                throw new InvalidValue(field, "malformed_text", "contains a character that cannot be stored");
            }
        }
        return text;
    }

    /** An instant of microsecond precision: finer ones would come back changed from a database. */
    public static Instant micros(String field, Instant instant) {
        if (instant.get(ChronoField.NANO_OF_SECOND) % 1000 != 0) {
            throw new InvalidValue(field, "too_fine", "must not be finer than a microsecond");
        }
        return instant;
    }

    /** An optional {@linkplain #micros instant}. */
    public static Optional<Instant> micros(String field, Optional<Instant> instant) {
        return instant.map(i -> micros(field, i));
    }

    /** Holds, or the value is refused with this code and problem. */
    public static void that(boolean holds, String field, String code, String problem) {
        if (!holds) {
            throw new InvalidValue(field, code, problem);
        }
    }

    private static String atMost(String field, String text, int max) {
        that(text.length() <= max, field, "too_long", "must have at most " + max + " characters");
        return text;
    }
}

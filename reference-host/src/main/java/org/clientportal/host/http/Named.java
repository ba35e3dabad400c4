package org.clientportal.host.http;

import java.util.function.Function;
import org.clientportal.model.InvalidValue;

/** Reads values under the name that the caller knows them by. */
final class Named {
    private Named() {}

    /** Reads a text; a malformed one is blamed on {@code name}, whatever the reader itself calls it. */
    static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (InvalidValue value) {
            String message = String.valueOf(value.getMessage());
            String problem =
                    message.substring(Math.min(message.length(), value.field().length() + 1));
            throw (InvalidValue) new InvalidValue(name, value.code(), problem).initCause(value);
        }
    }
}

package org.clientportal.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.model.InvalidValue;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a JSON body, by the field's path; nothing of the parser's own words is told. */
final class JsonFaults {
    // The parser has no types for these, only words.
    private static final Set<String> NOT_ONE_VALUE = Set.of("Trailing token", "No content to map");
    private static final Set<String> MISSING = Set.of("Null value for", "Cannot map `null` into type", "Missing ");

    private JsonFaults() {}

    static RuntimeException of(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate field")) {
            return Refusal.of(HttpError.DUPLICATE_KEY, "A key stands twice in one object.");
        }
        boolean syntax = NOT_ONE_VALUE.stream().anyMatch(message::startsWith) || isSyntax(e.getCause());
        return e instanceof JsonMappingException mapping && !syntax
                ? of(mapping, path(mapping.getPath()), message)
                : Refusal.of(HttpError.MALFORMED_JSON, "The body is not the JSON that is expected here.");
    }

    private static boolean isSyntax(@Nullable Throwable cause) {
        return cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
    }

    private static RuntimeException of(JsonMappingException e, String path, String message) {
        if (e.getCause() instanceof InvalidValue value) {
            return invalid(value, path);
        }
        if (e.getCause() instanceof PortalException refused) {
            return refused;
        }
        if (e instanceof UnrecognizedPropertyException) {
            return Refusal.of(HttpError.UNKNOWN_FIELD, "There is no such field: " + path + ".", path);
        }
        if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
            return Refusal.of(HttpError.UNKNOWN_VALUE, path + " is not one of the values there are.", path);
        }
        if (e instanceof InvalidNullException || MISSING.stream().anyMatch(message::startsWith)) {
            return Refusal.of(HttpError.REQUIRED, path + " is required.", path);
        }
        return Refusal.of(HttpError.WRONG_TYPE, path + " is not of the type that is expected here.", path);
    }

    /** A record blames its own component; where that lies in the body is known here only. */
    private static PortalException invalid(InvalidValue value, String path) {
        boolean inside = !path.equals("body") && !path.endsWith(value.field());
        String field = inside ? path + "." + value.field() : path.equals("body") ? value.field() : path;
        PortalException told = Refusals.invalid(value);
        return new PortalException.Invalid(told.code(), told.words(), Optional.of(field), Map.of());
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.length() == 0 ? "body" : path.toString();
    }
}

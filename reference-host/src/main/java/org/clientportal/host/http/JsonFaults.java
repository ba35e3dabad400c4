package org.clientportal.host.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.model.InvalidValue;

/** Says what is wrong with a JSON body, by the field's path; nothing of the parser's own words is told. */
final class JsonFaults {
    private JsonFaults() {}

    static RuntimeException of(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !isSyntax(e)) {
            return of(mapping, path(mapping.getPath()));
        }
        String message = String.valueOf(e.getOriginalMessage());
        return message.startsWith("Duplicate field")
                ? Refusal.of(HttpError.DUPLICATE_KEY, "A key stands twice in one object.")
                : Refusal.of(HttpError.MALFORMED_JSON, "The body is not the JSON that is expected here.");
    }

    private static boolean isSyntax(JsonProcessingException e) {
        return e.getCause() instanceof JsonProcessingException cause && !(cause instanceof JsonMappingException);
    }

    private static RuntimeException of(JsonMappingException e, String path) {
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
        if (e instanceof InvalidNullException
                || String.valueOf(e.getOriginalMessage()).startsWith("Null value for")) {
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

package org.clientportal.host.web.practice;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.host.http.PostedForm;
import org.clientportal.model.InvalidValue;

/** Reads fields that several forms of the practice side have alike. */
final class Typed {
    private Typed() {}

    /** The choice that was made of an enum's names. */
    static <E extends Enum<E>> E choice(PostedForm posted, String field, Class<E> type) {
        return posted.value(
                field,
                text -> Stream.of(type.getEnumConstants())
                        .filter(one -> one.name().equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidValue(field, "unknown_value", "is not one of the values there are")));
    }

    /** The boxes that were ticked, of those that have an enum's names; others are nobody's. */
    static <E extends Enum<E>> Set<E> ticked(PostedForm posted, String field, Class<E> type) {
        List<String> names = posted.all(field);
        Set<E> ticked = EnumSet.allOf(type);
        ticked.removeIf(one -> !names.contains(one.name()));
        return ticked;
    }

    /** The version that the form was made from. */
    static long version(PostedForm posted) {
        return number(posted, "version");
    }

    /** A whole number. */
    static long number(PostedForm posted, String field) {
        return posted.value(field, text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new InvalidValue(field, "wrong_type", "must be a whole number");
            }
            return Long.valueOf(text);
        });
    }
}

package org.clientportal.host.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Require;
import org.clientportal.storage.Cursor;
import org.clientportal.storage.PageRequest;
import org.eclipse.jetty.util.Fields;

/** The parameters after the question mark. Empty ones count as absent: that is what an untouched form field sends. */
public final class Query {
    private final Fields fields;

    Query(Fields fields) {
        this.fields = fields;
    }

    /**
     * One parameter as text.
     *
     * @throws Refusal if it stands there more than once
     */
    public Optional<String> text(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw Refusal.of(HttpError.REPEATED, name + " may stand there only once.", name);
        }
        return values.stream().findFirst();
    }

    /** All values of a parameter that may be repeated, such as a filter. */
    public List<String> all(String name) {
        Fields.Field field = fields.get(name);
        return field == null
                ? List.of()
                : field.getValues().stream()
                        .filter(v -> !v.isEmpty())
                        .map(v -> Require.wellFormed(name, v))
                        .toList();
    }

    /** One parameter, read by what refuses malformed text with {@link InvalidValue}, such as {@code ClientId::of}. */
    public <T> Optional<T> value(String name, Function<String, T> reader) {
        return text(name).map(text -> Named.read(name, text, reader));
    }

    /** One of an enum's names, in lower case. */
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return text(name)
                .map(text -> Stream.of(type.getEnumConstants())
                        .filter(e -> e.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(
                                () -> new InvalidValue(name, "unknown_value", "is not one of the values there are")));
    }

    /** A whole number. */
    public Optional<Integer> number(String name) {
        return text(name).map(text -> {
            Require.that(text.matches("-?[0-9]{1,9}"), name, "wrong_type", "must be a whole number");
            return Integer.valueOf(text);
        });
    }

    /** Whether a switch is on: {@code true}, {@code 1} or a checked box's {@code on}. */
    public boolean flag(String name) {
        return text(name)
                .map(text -> {
                    boolean on = Set.of("true", "1", "on").contains(text);
                    Require.that(
                            on || Set.of("false", "0").contains(text), name, "wrong_type", "must be true or false");
                    return on;
                })
                .orElse(false);
    }

    /** The page that {@code limit} and {@code cursor} ask for. */
    public PageRequest page(int limit) {
        return new PageRequest(number("limit").orElse(limit), value("cursor", Cursor::decode));
    }

    Set<String> names() {
        return fields.getNames();
    }
}

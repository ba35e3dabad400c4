package org.clientportal.host.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Require;
import org.eclipse.jetty.util.Fields;

/** What a page's form posted. Immutable. */
public final class PostedForm {
    /** A form without fields. */
    static final PostedForm EMPTY = new PostedForm(new Fields());

    private final Fields fields;

    PostedForm(Fields fields) {
        this.fields = fields;
    }

    /** A field as it was typed, stripped; empty text if it is not there. */
    public String text(String name) {
        Fields.Field field = fields.get(name);
        return field == null ? "" : Require.wellFormed(name, field.getValue()).strip();
    }

    /** A field that holds something. */
    public Optional<String> filled(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    /**
     * A field that must hold something, read by what refuses malformed text with {@link InvalidValue}.
     *
     * @throws InvalidValue {@code required}, or the reader's, naming the field
     */
    public <T> T value(String name, Function<String, T> reader) {
        String text = filled(name).orElseThrow(() -> new InvalidValue(name, "required", "must not be empty"));
        return Named.read(name, text, reader);
    }

    /** A field that may be empty, read as {@link #value} does. */
    public <T> Optional<T> optional(String name, Function<String, T> reader) {
        return filled(name).map(text -> Named.read(name, text, reader));
    }

    /** All values of a field of several, such as checkboxes of one name. */
    public List<String> all(String name) {
        Fields.Field field = fields.get(name);
        return field == null
                ? List.of()
                : field.getValues().stream()
                        .map(v -> Require.wellFormed(name, v))
                        .toList();
    }

    /** Whether a checkbox is ticked. */
    public boolean checked(String name) {
        return filled(name).isPresent();
    }

    /** What was typed, by field, to show a refused form again; without the token against forgery. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Fields.Field field : fields) {
            if (!field.getName().equals(Csrf.FIELD)) {
                typed.put(field.getName(), field.getValue());
            }
        }
        return typed;
    }
}

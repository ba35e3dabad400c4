package org.clientportal.host.web.view;

import java.util.Map;

/**
 * What was typed into a form and what is wrong with it, by field name, so that a refused form keeps what was typed and
 * its errors stand beside the fields.
 *
 * @param values what was typed
 * @param errors the sentences, in the reader's language
 */
public record Form(Map<String, String> values, Map<String, String> errors) {
    /** A form that nobody has filled in. */
    public static final Form EMPTY = new Form(Map.of(), Map.of());

    /** Copies the maps. */
    public Form {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
    }

    /** A form that shows what is stored. */
    public static Form of(Map<String, String> values) {
        return new Form(values, Map.of());
    }

    /** What stands in a field; empty if nothing does. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** What is wrong with a field; empty if nothing is. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }
}

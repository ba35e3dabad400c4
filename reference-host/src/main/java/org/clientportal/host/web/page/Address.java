package org.clientportal.host.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** A path of this portal with its parameters, in the order they were first given. Immutable. */
public final class Address {
    private final String path;
    private final Map<String, String> parameters;

    private Address(String path, Map<String, String> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    /**
     * An address without parameters.
     *
     * @param path starts with a slash
     */
    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** This address with a parameter in place of the one it had. */
    public Address with(String name, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.put(name, value.toString());
        return new Address(path, changed);
    }

    /** This address with a parameter, or without it. */
    public Address with(String name, Optional<?> value) {
        return value.isPresent() ? with(name, value.get()) : without(name);
    }

    /** This address with a switch on, or without it. */
    public Address with(String name, boolean on) {
        return on ? with(name, "true") : without(name);
    }

    /** This address without a parameter. */
    public Address without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        changed.remove(name);
        return new Address(path, changed);
    }

    /** Its text, encoded. */
    @Override
    public String toString() {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.forEach((name, value) -> query.add(encoded(name) + "=" + encoded(value)));
        return path + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package org.clientportal.storage.jdbc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A piece of a statement with its arguments in order, mostly conditions that all hold. */
final class Filter {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    static Filter of(String condition, Object... arguments) {
        return new Filter().and(condition, arguments);
    }

    Filter and(String condition, Object... values) {
        sql.append(sql.isEmpty() ? "" : " and ").append(condition);
        return with(values);
    }

    /** A condition with one argument, if there is one. */
    Filter and(String condition, Optional<?> value) {
        return value.isPresent() ? and(condition, value.get()) : this;
    }

    Filter and(Filter other) {
        return other.sql.isEmpty() ? this : and(other.sql(), other.arguments.toArray());
    }

    /** Further arguments. */
    Filter with(Object... values) {
        arguments.addAll(Arrays.asList(values));
        return this;
    }

    /** A further argument, if there is one. */
    Filter with(Optional<?> value) {
        value.ifPresent(arguments::add);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> arguments() {
        return arguments;
    }
}

package org.clientportal.storage.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sets and maps of texts as they are kept in one column: sorted, so that like values are like texts. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<List<String>> LIST = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private Json() {}

    static String write(Collection<?> values) {
        return text(values.stream().map(Object::toString).sorted().toList());
    }

    static String write(Map<String, String> values) {
        return text(new TreeMap<>(values));
    }

    static List<String> list(String json) {
        try {
            return MAPPER.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column does not hold a list", e);
        }
    }

    static <E extends Enum<E>> Set<E> constants(Class<E> type, String json) {
        EnumSet<E> constants = EnumSet.noneOf(type);
        list(json).forEach(name -> constants.add(Enum.valueOf(type, name)));
        return constants;
    }

    static Map<String, String> map(String json) {
        try {
            return MAPPER.readValue(json, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column does not hold a map", e);
        }
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }
}

package org.clientportal.host.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The values of the keys as text, read from the file and the environment. Immutable. */
public final class Settings {
    private static final String FILE = "file";
    // Other programs of this project, and of whoever tests it, read these.
    private static final String TEST_VARIABLES = "PORTAL_TEST_";

    private final Map<Key, String> values;

    private Settings(Map<Key, String> values) {
        this.values = values;
    }

    /**
     * Reads them.
     *
     * @param file the file, if there is one
     * @param environment variables, which win over the file
     * @throws WrongConfiguration if a key is unknown or the file is no such file
     */
    public static Settings read(Optional<Path> file, Map<String, String> environment) {
        Map<Key, String> values = new EnumMap<>(Key.class);
        file.ifPresent(path -> flatten("", parse(path), values));
        environment.forEach((name, value) -> {
            if (name.startsWith(Key.ENVIRONMENT) && !name.startsWith(TEST_VARIABLES)) {
                Key key = Key.ofVariable(name)
                        .orElseThrow(() -> new WrongConfiguration(name, "is no variable that there is"));
                values.put(key, value.strip());
            }
        });
        return new Settings(values);
    }

    /** These settings with another value for a key. */
    public Settings with(Key key, String value) {
        Map<Key, String> more = new EnumMap<>(Key.class);
        more.putAll(values);
        more.put(key, value);
        return new Settings(more);
    }

    /** A value, or the key's own where it is not set; empty text counts as not set. */
    Optional<String> text(Key key) {
        return Optional.of(values.getOrDefault(key, ""))
                .filter(text -> !text.isEmpty())
                .or(() -> Optional.of(key.fallback()))
                .filter(text -> !text.isEmpty());
    }

    /** The keys that are set, be it to nothing. */
    Set<Key> keys() {
        return values.keySet();
    }

    private static JsonNode parse(Path file) {
        YAMLMapper mapper = YAMLMapper.builder(YAMLFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .build();
        try {
            return mapper.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new WrongConfiguration(FILE, file + " is not there");
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new WrongConfiguration(FILE, file + " cannot be read as YAML, near line " + line);
        } catch (IOException e) {
            throw new WrongConfiguration(FILE, file + " cannot be read");
        }
    }

    private static void flatten(String path, JsonNode node, Map<Key, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), values));
        } else if (!path.isEmpty()) {
            Key key = Key.ofPath(path).orElseThrow(() -> new WrongConfiguration(path, "is no key that there is"));
            values.put(key, text(key, node));
        } else if (!node.isNull() && !node.isMissingNode()) {
            throw new WrongConfiguration(FILE, "must hold keys and values");
        }
    }

    private static String text(Key key, JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(text(key, item)));
            return String.join(",", items);
        }
        if (!node.isValueNode()) {
            throw new WrongConfiguration(key, "must be one value");
        }
        return node.isNull() ? "" : node.asText().strip();
    }
}

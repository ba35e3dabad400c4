package org.clientportal.host.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Reads settings as what they mean; whatever is wrong is said with the key's name. */
final class Values {
    private final Settings settings;

    Values(Settings settings) {
        this.settings = settings;
    }

    Optional<String> text(Key key) {
        return settings.text(key);
    }

    String required(Key key) {
        return text(key).orElseThrow(() -> new WrongConfiguration(key, "is required"));
    }

    int number(Key key, int least, int most) {
        String text = required(key);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Falls through: told like a number out of range.
        }
        throw new WrongConfiguration(key, "must be a number from " + least + " to " + most + ", not " + text);
    }

    <E extends Enum<E>> E choice(Key key, Class<E> type) {
        String text = required(key);
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> word(e).equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongConfiguration(
                        key,
                        "must be one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Values::word)
                                                .toList())
                                + ", not " + text));
    }

    /** On or off; YAML itself reads these words as true and false. */
    boolean flag(Key key) {
        return switch (required(key)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new WrongConfiguration(key, "must be on or off");
        };
    }

    List<String> list(Key key) {
        return text(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    Optional<Path> path(Key key) {
        return text(key).map(text -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException e) {
                throw new WrongConfiguration(key, "is not a path");
            }
        });
    }

    /** A secret, from the file that the key names: its text without the line break at the end. */
    Optional<String> secret(Key key) {
        return path(key).map(file -> {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new WrongConfiguration(key, "names a file that cannot be read: " + file);
            }
        });
    }

    /** A value read by what throws an IllegalArgumentException for wrong text. */
    <T> Optional<T> value(Key key, Function<String, T> reader) {
        return text(key).map(text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException e) {
                throw new WrongConfiguration(key, "cannot be " + text);
            }
        });
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

package org.clientportal.host.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.core.secret.KeyRing;

/**
 * The file with the keys: a line for each, {@code id base64}, the current one first. To change keys, put a new line on top;
 * to end every link and session made with an old one, take its line out.
 */
public final class KeysFile {
    private static final int KEY_BYTES = 32;

    private KeysFile() {}

    /**
     * Reads the keys; makes a file with one, readable by its owner alone, where there is none.
     *
     * @throws WrongConfiguration if the file cannot be used
     */
    public static KeyRing open(Path file) {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException none) {
            return make(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongConfiguration(Key.KEYS_FILE, "is no file of keys: " + file);
        }
    }

    private static KeyRing parse(List<String> lines) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length != 2 || keys.put(words[0], Base64.getDecoder().decode(words[1])) != null) {
                    throw new IllegalArgumentException("not a key");
                }
            }
        }
        return new KeyRing(keys);
    }

    private static KeyRing make(Path file) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String line = "k1 " + Base64.getEncoder().encodeToString(key) + "\n";
        try {
            var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var out = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
                out.write(StandardCharsets.US_ASCII.encode(line));
            }
            return parse(List.of(line));
        } catch (IOException | UnsupportedOperationException e) {
            throw new WrongConfiguration(Key.KEYS_FILE, "cannot be written: " + file);
        }
    }
}

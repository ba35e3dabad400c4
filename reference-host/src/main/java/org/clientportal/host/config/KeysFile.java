package org.clientportal.host.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.disk.Durable;

/**
 * The file with the keys: a line for each, {@code id base64}, the current one first. To change keys, put a new line on top;
 * to end every link and session made with an old one, take its line out.
 */
public final class KeysFile {
    private static final int KEY_BYTES = 32;

    private KeysFile() {}

    /**
     * Reads the keys; makes a file with one, readable by its owner alone, where there is none: whole, and on
     * the disk, before anything is sealed with it (P24).
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
            Durable.writeNew(file, line.getBytes(StandardCharsets.US_ASCII));
            return parse(List.of(line));
        } catch (FileAlreadyExistsException another) {
            // Made by another start in the meantime.
            return open(file);
        } catch (IOException e) {
            throw new WrongConfiguration(Key.KEYS_FILE, "cannot be written: " + file);
        }
    }
}

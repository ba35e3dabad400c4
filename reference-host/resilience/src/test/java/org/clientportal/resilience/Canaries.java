package org.clientportal.resilience;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets that were given out, to be looked for in whatever somebody could copy: as they are, in base64 and in hex. */
final class Canaries {
    private static final String ALONE = "(?<![0-9a-fA-F])%s(?![0-9a-fA-F])";

    private final Map<String, List<Predicate<String>>> secrets = new LinkedHashMap<>();

    /** A token: 32 random bytes, which are told in base64url. */
    void token(String what, String token) {
        byte[] random = Base64.getUrlDecoder().decode(token);
        List<String> all = new ArrayList<>(forms(token));
        all.add(new String(random, StandardCharsets.ISO_8859_1));
        all.add(HexFormat.of().formatHex(random));
        all.add(Base64.getEncoder().withoutPadding().encodeToString(random));
        secrets.put(what, within(all.stream()));
    }

    /** A code: 8 digits that are no part of a longer number, or with a blank in the middle. */
    void code(String what, String code) {
        String digits = code.replace(" ", "");
        String blank = digits.substring(0, 4) + " " + digits.substring(4);
        Pattern alone = Pattern.compile(ALONE.formatted(digits));
        List<Predicate<String>> all = new ArrayList<>();
        all.add(text -> text.contains(digits) && alone.matcher(text).find());
        all.addAll(within(Stream.concat(forms(digits).stream().skip(1), forms(blank).stream())));
        secrets.put(what, all);
    }

    private static List<Predicate<String>> within(Stream<String> forms) {
        return forms.distinct()
                .map(form -> (Predicate<String>) text -> text.contains(form))
                .toList();
    }

    /** Which of them lie where in a folder. */
    List<String> in(Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                secrets.forEach((what, forms) -> {
                    if (forms.stream().anyMatch(form -> form.test(bytes))) {
                        found.add(what + " in " + file);
                    }
                });
            }
        }
        return found;
    }

    /** How many there are. */
    int count() {
        return secrets.size();
    }

    /** As it is, in hex, and in base64 wherever it begins in what was encoded. */
    private static List<String> forms(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        List<String> forms = new ArrayList<>(List.of(text, HexFormat.of().formatHex(bytes)));
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            // Neither the characters that what comes before has a part in, nor the last, in which what follows has one.
            String sure = encoded.substring(before == 0 ? 0 : before + 1, encoded.length() - 1);
            forms.add(sure);
            forms.add(sure.replace('+', '-').replace('/', '_'));
        }
        return forms;
    }
}

package org.clientportal.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One part of a multipart form. Browsers write names as UTF-8 with {@code "}, CR and LF as percent triples.
 *
 * @param name the field's name
 * @param fileName the file's name as the sender says; absent for a plain field
 * @param mediaType what the sender says it is: a claim, no more
 * @param content the bytes as they arrive; they end when the next part is asked for
 */
public record Part(
        String name, Optional<String> fileName, Optional<String> mediaType, InputStream content, int maxText) {
    private static final Pattern NAME = Pattern.compile("(?i);\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);\\s*filename=\"([^\"]*)\"");

    static Part of(Map<String, String> headers, InputStream content, int maxText) {
        String disposition = headers.getOrDefault("content-disposition", "");
        String name = parameter(NAME, disposition)
                .orElseThrow(() -> Refusal.of(HttpError.MALFORMED_FORM, "A part of the form has no name."));
        return new Part(
                name,
                parameter(FILE_NAME, disposition),
                Optional.ofNullable(headers.get("content-type")),
                content,
                maxText);
    }

    /** Whether it is a file that was chosen: an empty file field sends a part without a file name. */
    public boolean isFile() {
        return fileName.filter(file -> !file.isEmpty()).isPresent();
    }

    /**
     * Reads a plain field.
     *
     * @throws Refusal if it is too long or not UTF-8
     */
    public String text() throws IOException {
        byte[] bytes = content.readNBytes(maxText + 1);
        if (bytes.length > maxText) {
            throw Refusal.of(HttpError.TOO_LARGE, name + " may have " + maxText + " bytes at most.", name);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.of(HttpError.MALFORMED_FORM, name + " is not UTF-8.", name);
        }
    }

    private static Optional<String> parameter(Pattern pattern, String disposition) {
        Matcher found = pattern.matcher(disposition);
        return found.find()
                ? Optional.of(found.group(1)
                        .replaceAll("(?i)%22", "\"")
                        .replaceAll("(?i)%0D", "\r")
                        .replaceAll("(?i)%0A", "\n"))
                : Optional.empty();
    }
}

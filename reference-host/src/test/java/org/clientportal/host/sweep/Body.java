package org.clientportal.host.sweep;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.clientportal.host.web.WebBrowser;

/** What a request carries, as text with a place for each id. */
record Body(Optional<String> type, String text) {
    /** Where the token of the browser's forms goes. */
    static final String CSRF = "[csrf]";

    static final Body NONE = new Body(Optional.empty(), "");

    static Body json(String text) {
        return new Body(Optional.of("application/json"), text);
    }

    static Body form(String text) {
        return new Body(Optional.of("application/x-www-form-urlencoded"), text);
    }

    static Body bytes(String text) {
        return new Body(Optional.of("application/octet-stream"), text);
    }

    /** A form with a file; where it goes stands before it. */
    static Body file(String folder) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("csrf", CSRF);
        fields.put("to", folder);
        WebBrowser.Multipart parts = new WebBrowser.Multipart(fields, "a.txt", new byte[] {'a'});
        return new Body(Optional.of(parts.mediaType()), new String(parts.bytes(), StandardCharsets.UTF_8));
    }

    Body with(String text) {
        return new Body(type, text);
    }
}

package org.clientportal.host.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a person recognises a device by in the list of sessions: {@code Firefox on Windows}. A guess, never a proof. */
final class DeviceName {
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "FxiOS",
            "Firefox",
            "Firefox",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome",
            "Chrome",
            "Safari",
            "Safari",
            "curl",
            "curl");
    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Mac OS X",
            "Mac",
            "Linux",
            "Linux");

    private DeviceName() {}

    /** The name for a {@code User-Agent}; empty if it is not a browser that we know. */
    static Optional<String> of(@Nullable String userAgent) {
        if (userAgent == null) {
            return Optional.empty();
        }
        Optional<String> browser = first(BROWSERS, userAgent);
        Optional<String> system = first(SYSTEMS, userAgent);
        return browser.isPresent() && system.isPresent()
                ? Optional.of(browser.get() + " on " + system.get())
                : browser.or(() -> system);
    }

    private static Optional<String> first(Map<String, String> words, String userAgent) {
        return words.entrySet().stream()
                .filter(word -> userAgent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}

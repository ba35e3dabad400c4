package org.clientportal.host.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What holds for every answer, whatever it is (P30). */
final class Wire {
    /** What is the server's own business: its programs, its tables, its folders. */
    private static final Pattern INTERNAL = Pattern.compile(
            "org\\.clientportal|java\\.(lang|util|io|sql)|org\\.(eclipse|sqlite|postgresql)|[jJ]etty|Exception|\\bat [a-z]+\\.[a-z.]+\\("
                    + "|(?i:\\bselect\\b.*\\bfrom\\b|insert into|sqlite|postgres|jdbc:)|/tmp/|/home/|portal\\.db");

    private static final List<String> ALWAYS = List.of(
            "content-security-policy",
            "x-content-type-options",
            "x-frame-options",
            "referrer-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "permissions-policy",
            "cache-control",
            "x-request-id");

    /** The value of a cookie, and its end, which are different each time. */
    private static final Pattern TOKEN = Pattern.compile("=[A-Za-z0-9_.-]{20,}|Expires=[^;]+");

    private Wire() {}

    /** The answer itself, seen to be one that may leave the house. */
    static Guest.Reply checked(String asked, Guest.Reply reply) {
        assertThat(reply.headers().keySet()).as(asked).containsAll(ALWAYS).doesNotContain("server", "x-powered-by");
        assertThat(reply.header("x-content-type-options")).as(asked).isEqualTo("nosniff");
        String policy = reply.header("content-security-policy");
        assertThat(policy).as(asked).contains("default-src 'none'").doesNotContain("unsafe", "*");
        if (!reply.body().isEmpty()) {
            assertThat(reply.header("content-type")).as(asked).isNotEmpty();
            boolean script = reply.header("content-type").contains("javascript");
            assertThat(script || !INTERNAL.matcher(reply.body()).find())
                    .as(asked + " tells of our insides: " + reply.body())
                    .isTrue();
        }
        if (reply.status() >= 400 && asked.contains(" /api/") && !asked.contains("HEAD ")) {
            assertThat(reply.header("content-type")).as(asked).isEqualTo("application/problem+json");
            assertThat(reply.body()).as(asked).contains("\"type\":", "\"title\":", "\"status\":" + reply.status());
        }
        return reply;
    }

    /** The answer without what differs from one to the next of the same, and without the words that were asked for. */
    static Map<String, Object> comparable(Guest.Reply reply, List<String> asked) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        // Whether a refused upload's connection is kept depends on how much of the body had come, not on the id.
        headers.keySet().removeAll(List.of("date", "x-request-id", "connection"));
        headers.replaceAll((name, value) -> without(value, asked));
        headers.computeIfPresent(
                "set-cookie",
                (name, value) -> TOKEN.matcher(value)
                        .replaceAll(token -> "=" + token.group().length()));
        String body = without(reply.body(), asked).replaceAll("name=\"csrf\" value=\"[^\"]+\"", "name=\"csrf\"");
        return Map.of("status", reply.status(), "body", body, "headers", headers);
    }

    private static String without(String text, List<String> words) {
        String left = text;
        for (String word : words) {
            left = left.replace(word, "{asked}");
        }
        return left;
    }
}

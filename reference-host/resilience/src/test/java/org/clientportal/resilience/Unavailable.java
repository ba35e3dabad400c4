package org.clientportal.resilience;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The answer while the data cannot be reached: a problem that says so in words for people, and nothing else. */
final class Unavailable {
    private static final List<String> FIELDS = List.of("type", "title", "status", "detail", "code", "requestId");
    private static final Map<String, String> WORDS = Map.of(
            "storage_unavailable", "The portal cannot reach its data right now. Please try again.",
            "outcome_unknown", "The connection broke while saving. Please look before you repeat it.");

    private Unavailable() {}

    static boolean isToldBy(Caller.Reply reply) {
        if (reply.status() != 503
                || !reply.headers().getOrDefault("content-type", List.of()).contains("application/problem+json")) {
            return false;
        }
        List<String> fields = new ArrayList<>();
        reply.json().fieldNames().forEachRemaining(fields::add);
        return fields.equals(FIELDS)
                && reply.text("type").equals("urn:client-portal:problem:" + reply.text("code"))
                && reply.text("title").equals("Service Unavailable")
                && reply.text("requestId").matches("[\\w-]+")
                && reply.text("detail").equals(WORDS.get(reply.text("code")));
    }
}

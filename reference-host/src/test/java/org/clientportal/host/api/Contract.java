package org.clientportal.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The description of the JSON interface, as something to hold answers against. */
final class Contract {
    /** One operation of the description. */
    record Operation(
            String id,
            String method,
            String path,
            String audience,
            Set<String> query,
            boolean takesBytes,
            JsonNode node) {}

    private final JsonNode document = OpenApi.read();
    private final Map<String, Operation> operations = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    Contract() {
        document.path("paths")
                .forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
                    if (!method.equals("parameters")) {
                        add(path, method, operation);
                    }
                }));
    }

    Map<String, Operation> operations() {
        return operations;
    }

    /** Operations whose success no answer has shown yet. */
    List<String> unseen() {
        return operations.keySet().stream().filter(id -> !seen.contains(id)).toList();
    }

    /** Holds an answer against what the description says of it. */
    Caller.Reply holds(String id, Caller.Reply reply) {
        JsonNode responses = operations.get(id).node().path("responses");
        JsonNode described = responses.path(String.valueOf(reply.status()));
        if (described.isMissingNode()) {
            described = document.at("/components/responses/Problem");
            assertThat(reply.status()).as(id + ": " + reply.body()).isGreaterThanOrEqualTo(400);
        } else {
            seen.add(id);
        }
        JsonNode schema = described.at("/content").path(mediaType(reply)).path("schema");
        if (!schema.isMissingNode()) {
            assertThat(schema(schema).validate(reply.body(), InputFormat.JSON))
                    .as(id + ": " + reply.body())
                    .isEmpty();
        } else if (described.path("content").isMissingNode()) {
            assertThat(reply.body()).as(id).isEmpty();
        }
        return reply;
    }

    private static String mediaType(Caller.Reply reply) {
        return reply.headers().getOrDefault("content-type", "").split(";", 2)[0];
    }

    private Schema schema(JsonNode schema) {
        String text = ("{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\"allOf\":[" + schema
                        + "],\"$defs\":" + document.at("/components/schemas") + "}")
                .replace("#/components/schemas/", "#/$defs/");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }

    private void add(String path, String method, JsonNode node) {
        Set<String> query = new HashSet<>();
        node.path("parameters").forEach(parameter -> {
            String name = parameter.path("$ref").asText().replaceAll(".*/", "");
            JsonNode described = document.at("/components/parameters").path(name);
            if (described.path("in").asText().equals("query")) {
                query.add(described.path("name").asText());
            }
        });
        operations.put(
                node.path("operationId").asText(),
                new Operation(
                        node.path("operationId").asText(),
                        method.toUpperCase(java.util.Locale.ROOT),
                        path,
                        node.path("x-audience").asText(),
                        query,
                        node.at("/requestBody/content").has("application/octet-stream"),
                        node));
    }

    /** The variables of a path, in their order. */
    static List<String> variables(String path) {
        List<String> names = new ArrayList<>();
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile("\\{(\\w+)}").matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}

package org.clientportal.host.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Json;
import org.clientportal.host.http.Route;

/** Serves the description of the JSON interface, kept as YAML beside this class. */
public final class OpenApi {
    private final byte[] document = Json.bytes(read());

    public List<Route> routes() {
        return List.of(Route.get(
                "/api/v1/openapi.json",
                Audience.PUBLIC,
                "openapi",
                exchange -> Answer.bytes("application/json", document)));
    }

    /** The description as it is kept. */
    public static JsonNode read() {
        try (InputStream yaml = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            if (yaml == null) {
                throw new IllegalStateException("openapi.yaml is missing");
            }
            return new ObjectMapper(new YAMLFactory()).readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.clientportal.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that calls a host's JSON interface, signed in or not. Thread-safe. */
final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String address;
    private final Optional<String> token;

    Caller(String address, Optional<String> token) {
        this.address = address;
        this.token = token;
    }

    /** The same person at another address, such as that of another node or of the host started again. */
    Caller at(String other) {
        return new Caller(other, token);
    }

    /** The line that says who it is, of a request written by hand. */
    String authorization() {
        return "Authorization: Bearer " + token.orElseThrow() + "\r\n";
    }

    /** The token of the session, for what this does not send. */
    String token() {
        return token.orElseThrow();
    }

    /** What came back. */
    static final class Reply {
        private final int status;
        private final byte[] bytes;
        private final Map<String, List<String>> headers;

        private Reply(HttpResponse<byte[]> response) {
            this.status = response.statusCode();
            this.bytes = response.body();
            this.headers = response.headers().map();
        }

        int status() {
            return status;
        }

        byte[] bytes() {
            return bytes;
        }

        Map<String, List<String>> headers() {
            return headers;
        }

        String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(String field) {
            return json().path(field).asText();
        }

        boolean done() {
            return status / 100 == 2;
        }

        /** This reply, or a failure that shows it. */
        Reply ok() {
            if (!done()) {
                throw new AssertionError(status + " " + body());
            }
            return this;
        }
    }

    Reply get(String path) throws IOException {
        return send("GET", path, "", new byte[0], Map.of());
    }

    Reply call(String method, String path, Object body) throws IOException {
        return send(method, path, "application/json", JSON.writeValueAsBytes(body), Map.of());
    }

    Reply call(String method, String path) throws IOException {
        return send(method, path, "", new byte[0], Map.of());
    }

    Reply upload(String path, byte[] bytes) throws IOException {
        return send("POST", path, "application/octet-stream", bytes, Map.of());
    }

    /** @throws IOException if there was no whole answer: whether the request had an effect is then unknown */
    Reply send(String method, String path, String type, byte[] body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (body.length > 0) {
            request.header("Content-Type", type);
        }
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        headers.forEach(request::header);
        try {
            return new Reply(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package org.clientportal.host.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who calls the host as nobody's program or browser would be told apart by: a session in the header for the JSON
 * interface, and in the cookie, with the token of its forms, for the pages.
 *
 * @param session the session's cookie and token; absent: not signed in
 * @param csrf the token that the forms of this browser carry
 */
record Guest(String address, Optional<Session> session, String browser, String csrf) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    /** A session as its browser has it: the cookie's name is that of its side. */
    record Session(String cookie, String token) {}

    /** What came back. */
    record Reply(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }
    }

    /** Signed in or not, with the token of the sign-in page's form, which is its browser's. */
    static Guest at(String address, Optional<Session> session) {
        String browser = "sweepsweepsweepsweep22";
        String page = new Guest(address, Optional.empty(), browser, "")
                .send("GET", "/sign-in", Body.NONE, Map.of())
                .body();
        Matcher found = CSRF.matcher(page);
        return new Guest(address, session, browser, found.find() ? found.group(1) : "");
    }

    Reply send(String method, String path, Body body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body.text().replace(Body.CSRF, csrf)));
        body.type().ifPresent(type -> request.header("Content-Type", type));
        boolean api = path.startsWith("/api/");
        if (api) {
            session.ifPresent(own -> request.header("Authorization", "Bearer " + own.token()));
        } else {
            request.header(
                    "Cookie",
                    "browser=" + browser
                            + session.map(own -> "; " + own.cookie() + "=" + own.token())
                                    .orElse(""));
            request.header("X-CSRF-Token", csrf);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> told = new TreeMap<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> told.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
            return new Reply(response.statusCode(), told, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

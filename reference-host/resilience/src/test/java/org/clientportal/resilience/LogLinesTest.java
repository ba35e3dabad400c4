package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a client says of itself and calls things: a request is one line of the log, whose fields are the host's. */
@Tag("full")
@Tag("promise:P23")
class LogLinesTest {
    private static final Pattern LINE =
            Pattern.compile("[0-9T:.+-]+Z? INFO  access request(?: [a-z]+=\"[\\x20-\\x21\\x23-\\x7e]*\")+");

    /** A line of its own, the end of a field, another field, and an order to a terminal. */
    private static final String FORGED = "%0D%0A%22%20path=%22/forged%22%1B%5B2J%E2%80%A8";

    @TempDir
    private Path folder;

    @Test
    void whatever_is_said_each_request_is_one_line() throws Exception {
        try (Post post = new Post();
                HostProcess host = Site.sqlite(folder, post.port()).start()) {
            // given
            Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
            String client = "/api/v1/clients/"
                    + olivia.call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                            .ok()
                            .text("id");
            String statements =
                    olivia.get(client + "/folders").ok().json().at("/0/id").asText();
            olivia.get("/first");
            long before = lines(host, "/first", 0);

            // when
            ask(host, "GET /" + FORGED, "");
            ask(host, "GET /sign-in", "User-Agent: x\" path=\"/forged\"\t%0D%0A\u00ff\r\n");
            ask(
                    host,
                    "POST " + client + "/documents?folderId=" + statements + "&name=" + FORGED + ".txt",
                    olivia.authorization() + "Content-Type: application/octet-stream\r\nContent-Length: 1\r\n");
            olivia.get("/last");

            // then
            lines(host, "/last", before);
            assertThat(host.output().lines().skip(before))
                    .hasSize(4)
                    .allMatch(line -> LINE.matcher(line).matches());
        }
    }

    private static void ask(HostProcess host, String line, String headers) throws Exception {
        try (Wire wire = Wire.to(host.port(), Optional.empty())) {
            String said = wire.send(line + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers + "\r\nx")
                    .all();
            assertThat(said).startsWith("HTTP/1.1 ");
        }
    }

    /** How many lines there are once there is one of this path. */
    private static long lines(HostProcess host, String path, long from) {
        HostProcess.await(
                "a line for " + path,
                () -> host.output().lines().skip(from).anyMatch(line -> line.contains(path + "\"")));
        return host.output().lines().count();
    }
}

package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("promise:P21")
class HostileClientsTest {
    private static final int MANY = 300;
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: local",
                "",
                "GET /file HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void many_who_say_nothing_or_half_of_it_or_read_nothing_keep_nobody_from_being_answered(String beginning)
            throws IOException {
        List<Socket> hostile = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port());
                hostile.add(socket);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(site.get("/").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : hostile) {
                socket.close();
            }
        }
    }

    @Test
    void a_form_of_more_parts_than_a_form_has_is_refused() {
        String parts = "--boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n"
                .repeat(HttpLimits.DEFAULT.parts() + 1);
        assertThat(site.post("/api/v1/parts", "multipart/form-data; boundary=boundary", parts + "--boundary--\r\n")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_part_with_a_giant_head_is_refused() {
        String part = "--boundary\r\nContent-Disposition: form-data; name=\"a\"\r\nX: " + "x".repeat(100_000)
                + "\r\n\r\n\r\n--boundary--\r\n";
        assertThat(site.post("/api/v1/parts", "multipart/form-data; boundary=boundary", part)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_plain_field_among_parts_has_an_end() {
        String part = "--boundary\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + "x".repeat(300_000)
                + "\r\n--boundary--\r\n";
        assertThat(site.post("/files", "multipart/form-data; boundary=boundary", part)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_form_of_more_fields_than_a_form_has_is_refused() {
        assertThat(site.post("/form", "application/x-www-form-urlencoded", "a=b&".repeat(2_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void an_upload_as_large_as_the_memory_goes_by_without_filling_it() throws IOException {
        int chunk = 1 << 20;
        int chunks = 1200;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.server.port())) {
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/raw HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                            + (long) chunk * chunks + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = new byte[chunk];
            for (int i = 0; i < chunks; i++) {
                out.write(bytes);
            }
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"length\":" + (long) chunk * chunks);
        }
    }
}

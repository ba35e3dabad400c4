package org.clientportal.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The host behind nginx and HAProxy, as docs/proxy sets them up. */
@Tag("full")
class ProxyTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private static Path folder;

    private static BehindProxies site;
    private static String documents;

    @BeforeAll
    static void start() throws Exception {
        site = new BehindProxies(folder);
        String client = site.olivia
                .call("POST", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                .ok()
                .text("id");
        String folderId = site.olivia
                .call("POST", "/api/v1/clients/" + client + "/folders", Map.of("name", "Statements"))
                .ok()
                .text("id");
        documents = "/api/v1/clients/" + client + "/documents?folderId=" + folderId;
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("promise:P5")
    void the_clients_address_is_what_the_proxy_saw_and_not_what_the_client_says(FrontProxy.Kind kind) throws Exception {
        // given
        String path = "/nothing-" + UUID.randomUUID();

        // when
        ask(kind, "GET " + path, "X-Forwarded-For: 203.0.113.9, 127.0.0.1\r\nForwarded: for=203.0.113.9\r\n", "");

        // then
        assertThat(site.logged(path)).contains(Wire.CLIENT).doesNotContain("203.0.113.9");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("promise:P11")
    void cookies_are_bound_to_the_host_and_the_browser_stays_on_tls(FrontProxy.Kind kind) throws Exception {
        assertThat(ask(kind, "GET /sign-in", "", ""))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("Set-Cookie: __Host-browser=")
                .containsIgnoringCase("; Secure")
                .containsIgnoringCase("Strict-Transport-Security:");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("rule:PR-2")
    void a_practice_is_found_by_the_name_that_the_client_asked_for(FrontProxy.Kind kind) throws Exception {
        try (Wire wire = site.to(kind)) {
            assertThat(wire.send("GET / HTTP/1.1\r\nHost: other.example\r\nX-Forwarded-Host: localhost\r\n"
                                    + "Forwarded: host=localhost\r\nConnection: close\r\n\r\n")
                            .all())
                    .startsWith("HTTP/1.1 421");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("promise:P22")
    void changes_are_taken_from_our_own_pages_and_from_no_others(FrontProxy.Kind kind) throws Exception {
        String body = "{\"name\":\"Of " + kind + "\",\"type\":\"COMPANY\"}";
        assertThat(post(kind, "/api/v1/clients", "Origin: https://evil.example\r\n", body))
                .startsWith("HTTP/1.1 403");
        assertThat(post(kind, "/api/v1/clients", "Origin: http://localhost\r\n", body))
                .startsWith("HTTP/1.1 403");
        assertThat(post(kind, "/api/v1/clients", "Origin: https://localhost\r\n", body))
                .startsWith("HTTP/1.1 201");
    }

    @ParameterizedTest
    @EnumSource
    void an_upload_arrives_while_it_is_sent(FrontProxy.Kind kind) throws Exception {
        // given
        long before = site.stored();
        byte[] half = new byte[8 * MEGABYTE];
        try (Wire wire = site.to(kind)) {
            // when half of it is sent
            wire.send(uploadOf(kind + ".bin", 2L * half.length)).send(half);

            // then it arrives, although the proxy keeps nothing back for the rest
            HostProcess.await("the first half", () -> site.stored() >= before + half.length / 2);

            // when
            assertThat(wire.send(half).all()).startsWith("HTTP/1.1 201");
        }
        assertThat(site.stored()).isEqualTo(before + 2L * half.length);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("promise:P25")
    void an_upload_that_breaks_off_leaves_nothing(FrontProxy.Kind kind) throws Exception {
        // given
        long before = site.stored();
        int listed = listed();
        try (Wire wire = site.to(kind)) {
            wire.send(uploadOf("half-" + kind + ".bin", 100L * MEGABYTE)).send(new byte[4 * MEGABYTE]);
            HostProcess.await("some of it", () -> site.stored() > before);

            // when
            wire.close();
        }

        // then
        HostProcess.await("no byte of it", () -> site.stored() == before);
        assertThat(listed()).isEqualTo(listed);
    }

    @ParameterizedTest
    @EnumSource
    void a_download_goes_on_where_it_was_left(FrontProxy.Kind kind) throws Exception {
        String id = site.olivia
                .upload(documents + "&name=digits-" + kind + ".txt", "0123456789".getBytes(StandardCharsets.UTF_8))
                .ok()
                .text("id");
        String content = "GET /api/v1/documents/" + id + "/content";
        assertThat(ask(kind, content, site.olivia.authorization(), ""))
                .startsWith("HTTP/1.1 200")
                .endsWith("0123456789");
        assertThat(ask(kind, content, site.olivia.authorization() + "Range: bytes=4-\r\n", ""))
                .startsWith("HTTP/1.1 206")
                .containsIgnoringCase("Content-Range: bytes 4-9/10")
                .endsWith("\r\n\r\n456789");
    }

    private static int listed() throws Exception {
        return site.olivia
                .get(documents + "&limit=100")
                .ok()
                .json()
                .path("items")
                .size();
    }

    private static String uploadOf(String name, long length) {
        return "POST " + documents + "&name=" + name + " HTTP/1.1\r\nHost: localhost\r\n"
                + site.olivia.authorization()
                + "Content-Type: application/octet-stream\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n\r\n";
    }

    private static String post(FrontProxy.Kind kind, String path, String headers, String body) throws Exception {
        return ask(
                kind,
                "POST " + path,
                site.olivia.authorization() + headers + "Content-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n",
                body);
    }

    private static String ask(FrontProxy.Kind kind, String line, String headers, String body) throws Exception {
        try (Wire wire = site.to(kind)) {
            return wire.send(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body)
                    .all();
        }
    }
}

package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("promise:P30")
class BadInputTest {
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"name\":\"a\",\"count\":1,\"role\":\"ADMIN\"}", 422, "unknown_field", "role"),
                Arguments.of("{\"name\":\"a\",\"count\":\"1\"}", 422, "wrong_type", "count"),
                Arguments.of("{\"name\":\"a\",\"count\":1.5}", 422, "wrong_type", "count"),
                Arguments.of("{\"name\":1,\"count\":1}", 422, "wrong_type", "name"),
                Arguments.of("{\"name\":true,\"count\":1}", 422, "wrong_type", "name"),
                Arguments.of("{\"name\":[\"a\"],\"count\":1}", 422, "wrong_type", "name"),
                Arguments.of("{\"name\":\"a\",\"count\":99999999999}", 422, "wrong_type", "count"),
                Arguments.of("{\"name\":null,\"count\":1}", 422, "required", "name"),
                Arguments.of("{\"count\":1}", 422, "required", "name"),
                Arguments.of("{\"name\":\"a\"}", 422, "required", "count"),
                Arguments.of("{\"name\":\"a\",\"count\":null}", 422, "required", "count"),
                Arguments.of("{\"name\":\"  \",\"count\":1}", 422, "required", "name"),
                Arguments.of("{\"name\":\"" + "x".repeat(21) + "\",\"count\":1}", 422, "too_long", "name"),
                Arguments.of("{\"name\":\"a\\u0000\",\"count\":1}", 422, "malformed_text", "name"),
                Arguments.of("{\"name\":\"\\ud800\",\"count\":1}", 422, "malformed_text", "name"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"colour\":\"BLUE\"}", 422, "unknown_value", "colour"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"colour\":0}", 422, "unknown_value", "colour"),
                Arguments.of(
                        "{\"name\":\"a\",\"count\":1,\"inner\":{\"word\":\"too long\"}}",
                        422,
                        "too_long",
                        "inner.word"),
                Arguments.of(
                        "{\"name\":\"a\",\"count\":1,\"inner\":{\"word\":\"a\",\"world\":\"a\"}}",
                        422,
                        "unknown_field",
                        "inner.world"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"words\":[\"a\",null]}", 422, "required", "words[1]"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"named\":{\"x\":null}}", 422, "required", "named.x"),
                Arguments.of("{\"name\":\"a\",\"name\":\"b\",\"count\":1}", 400, "duplicate_key", null),
                Arguments.of("{\"name\":\"a\",\"count\":1} {}", 400, "malformed_json", null),
                Arguments.of("{\"name\":\"a\",", 400, "malformed_json", null),
                Arguments.of("{'name':'a'}", 400, "malformed_json", null),
                Arguments.of("", 400, "malformed_json", null),
                Arguments.of("null", 422, "required", null),
                Arguments.of("[]", 422, "wrong_type", "body"),
                Arguments.of("7", 422, "wrong_type", "body"),
                Arguments.of("[".repeat(100_000), 422, "wrong_type", "body"),
                Arguments.of("{\"note\":" + "[".repeat(100_000), 422, "wrong_type", "note"),
                Arguments.of("{\"name\":\"a\",\"count\":" + "9".repeat(10_000) + "}", 400, "malformed_json", null),
                Arguments.of("{\"name\":\"" + "x".repeat(300_000) + "\",\"count\":1}", 413, "body_too_large", null));
    }

    @ParameterizedTest
    @Tag("promise:P15")
    @Tag("promise:P21")
    @MethodSource("bodies")
    void a_body_that_is_not_what_was_asked_for_is_refused_and_its_field_named(
            String body, int status, String code, String field) {
        site.done.clear();
        HttpResponse<String> answer = site.postJson(body);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "jackson", "clientportal.host", "requestId");
        assertThat(site.done).isEmpty();
    }

    @Test
    void a_body_that_is_right_is_taken() {
        HttpResponse<String> answer = site.postJson("{\"name\":\" a \",\"count\":3,\"colour\":\"RED\",\"note\":null}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"count\":3,\"colour\":\"RED\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json;charset=utf-16",
        "application/jsonp",
        "''"
    })
    void a_body_of_another_media_type_is_refused(String type) {
        HttpResponse<String> answer = type.isEmpty()
                ? site.send(java.net.http.HttpRequest.newBuilder(site.uri("/api/v1/things"))
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
                        .build())
                : site.post("/api/v1/things", type, "{}");
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("unsupported_media_type");
    }

    @Test
    @Tag("promise:P21")
    void a_compressed_body_is_refused_unread() {
        assertThat(site.post("/api/v1/things", "application/json", "{}", "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @Tag("promise:P15")
    @CsvSource({
        "/api/v1/things?limit=0, 422, out_of_range, limit",
        "/api/v1/things?limit=501, 422, out_of_range, limit",
        "/api/v1/things?limit=ten, 422, wrong_type, limit",
        "/api/v1/things?limit=1&limit=2, 422, repeated, limit",
        "/api/v1/things?cursor=%25%25, 422, malformed_cursor, cursor",
        "/api/v1/things?cursor=AAAA, 422, malformed_cursor, cursor",
        "/api/v1/things?flag=maybe, 422, wrong_type, flag",
        "/api/v1/things?offset=5, 422, unknown_parameter, offset",
        "/api/v1/clients/7, 422, malformed_id, clientId",
        "/api/v1/clients/0190-0-0-0-1, 422, malformed_id, clientId",
        "/api/v1/clients/01900000-0000-7000-8000-000000000001, 404, not_found,",
        "/api/v1/nothing, 404, not_found,"
    })
    void an_address_that_is_not_right_is_refused(String path, int status, String code, String field) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        if (field != null) {
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }
    }

    @Test
    void what_is_not_there_is_told_byte_for_byte_alike() {
        String one =
                site.get("/api/v1/clients/01900000-0000-7000-8000-000000000001").body();
        String other = site.get("/api/v1/nothing").body();
        assertThat(one).isEqualTo(other).doesNotContain("requestId");
    }

    @Test
    void a_method_that_there_is_not_is_refused_with_those_that_there_are() {
        HttpResponse<String> answer = site.send(java.net.http.HttpRequest.newBuilder(site.uri("/api/v1/things"))
                .DELETE()
                .build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, POST");
    }

    @ParameterizedTest
    @CsvSource({"\"x\"", "3", "W/\"3\""})
    void a_version_that_we_never_gave_is_refused(String version) {
        HttpResponse<String> answer = site.send(java.net.http.HttpRequest.newBuilder(site.uri("/api/v1/versions"))
                .header("If-Match", version)
                .PUT(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("If-Match");
    }

    @Test
    void a_failure_of_ours_tells_an_id_and_nothing_else() {
        HttpResponse<String> answer = site.get("/api/v1/broken");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("secret", "sqlite", "Exception");
    }

    @Test
    void who_comes_too_often_is_told_when_to_come_again() {
        HttpResponse<String> answer = site.get("/api/v1/busy");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    }

    static Stream<String> heads() {
        return Stream.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(40_000) + "\r\n\r\n",
                "GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX : y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: y\r\n folded\r\n\r\n",
                "GET /a/%2e%2e/b HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /a%2fb HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%ff HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/things?limit=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: \r\n\r\n",
                "FROB / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "\u0000\u0001\u0002 / HTTP/1.1\r\n\r\n",
                "hello\r\n\r\n");
    }

    @ParameterizedTest
    @Tag("promise:P21")
    @MethodSource("heads")
    void a_head_that_is_no_proper_http_is_refused_with_a_4xx(String head) throws IOException {
        String answer = site.raw(head);
        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*");
        assertThat(answer).doesNotContain("Jetty", "jetty", "Exception", "java.");
        assertThat(answer).contains("X-Content-Type-Options: nosniff");
    }

    @Test
    @Tag("promise:P21")
    void a_body_that_says_it_is_too_large_is_refused_before_it_comes() throws IOException {
        assertThat(site.raw("POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 10000000000\r\n\r\n"))
                .contains("HTTP/1.1 413", "body_too_large");
    }

    @Test
    @Tag("promise:P21")
    void a_body_that_does_not_say_how_large_it_is_has_an_end_too() throws IOException {
        // given
        String body = "{\"name\":\"" + "x".repeat(300_000) + "\",\"count\":1}";
        // when
        String answer = site.raw("POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                + "\r\n0\r\n\r\n");
        // then
        assertThat(answer).contains("HTTP/1.1 413", "body_too_large");
    }

    @Test
    void a_cut_json_body_changes_nothing() throws IOException {
        site.done.clear();
        String answer = site.raw("POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 100\r\n\r\n{\"name\":\"a\",\"count\":1}");
        assertThat(answer).contains("HTTP/1.1 400").contains("upload_cut");
        assertThat(site.done).isEmpty();
    }

    @Test
    void a_cut_upload_changes_nothing() throws IOException {
        site.done.clear();
        String answer = site.raw("POST /api/v1/raw HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/pdf\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
        assertThat(answer).contains("HTTP/1.1 400").contains("upload_cut");
        assertThat(site.done).isEmpty();
    }
}

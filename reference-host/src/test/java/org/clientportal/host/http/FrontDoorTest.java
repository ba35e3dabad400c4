package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrontDoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite("http://localhost", List.of("127.0.0.1", "10.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void nothing_done_yet() {
        site.done.clear();
    }

    @Test
    @Tag("rule:PR-2")
    void a_practice_is_found_by_its_host_name_alone() throws IOException {
        assertThat(site.raw("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("200 OK", "home of Harbour Tax");
        assertThat(site.raw("GET / HTTP/1.1\r\nHost: other.example\r\nX-Forwarded-Host: localhost\r\n"
                        + "Forwarded: host=localhost\r\nConnection: close\r\n\r\n"))
                .contains("421 ");
    }

    @ParameterizedTest
    @Tag("promise:P30")
    @ValueSource(strings = {"/", "/nothing", "/api/v1/nothing", "/api/v1/broken", "/mine", "/file", "/form"})
    void every_answer_has_the_headers_that_protect_its_reader(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                .contains(path.equals("/file") ? "unsafe-none" : "same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()", "geolocation=()", "microphone=()", "payment=()");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).containsAnyOf("no-store", "no-cache");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    @Tag("promise:P11")
    void behind_tls_the_cookies_are_bound_to_the_host_and_the_browser_stays_on_tls() throws IOException {
        try (TestSite secure = new TestSite("https://localhost", List.of())) {
            HttpResponse<String> answer = secure.get("/form");
            assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                    .startsWith("__Host-browser=")
                    .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=2592000")
                    .doesNotContain("Domain");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
    }

    @Test
    void on_loopback_without_tls_the_cookie_has_a_plain_name() {
        assertThat(site.get("/form").headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("browser=")
                .doesNotContain("Secure");
    }

    @Test
    @Tag("promise:P22")
    void a_form_with_its_token_is_taken_and_the_next_page_says_so_once() {
        Visitor visitor = new Visitor();
        HttpResponse<String> saved = visitor.post("name=Ann&csrf=" + visitor.token);
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location")).contains("/form");
        assertThat(site.done).containsExactly("Ann");
        String flash = cookie(saved, "flash");
        HttpResponse<String> next = site.get("/form", "Cookie", visitor.cookie + "; " + flash);
        assertThat(next.body()).endsWith("Saved “Ann”");
        assertThat(cookie(next, "flash")).isEqualTo("flash=");
    }

    @Test
    void words_that_we_did_not_sign_are_not_shown() {
        Visitor visitor = new Visitor();
        HttpResponse<String> page = site.get("/form", "Cookie", visitor.cookie + "; flash=U2VuZCBtb25leQ.k1.AAAA");
        assertThat(page.body()).doesNotContain("Send money");
    }

    @ParameterizedTest
    @Tag("promise:P22")
    @CsvSource({
        "name=Ann",
        "name=Ann&csrf=",
        "name=Ann&csrf=abc",
        "name=Ann&csrf=abc.k1.def",
    })
    void a_form_without_its_token_is_refused(String body) {
        assertThat(new Visitor().post(body).statusCode()).isEqualTo(403);
        assertThat(site.done).isEmpty();
    }

    @Test
    @Tag("promise:P22")
    void a_form_of_parts_is_no_way_round_the_token() {
        // given a route that reads no body
        Visitor visitor = new Visitor();
        String type = "multipart/form-data; boundary=boundary";
        String part = "--boundary\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--boundary--\r\n";
        // when
        HttpResponse<String> answer = site.post("/out", type, part, "Cookie", visitor.cookie);
        // then
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(site.done).isEmpty();
    }

    @Test
    @Tag("promise:P22")
    void a_token_of_another_browser_is_refused() {
        assertThat(new Visitor().post("name=Ann&csrf=" + new Visitor().token).statusCode())
                .isEqualTo(403);
        assertThat(site.done).isEmpty();
    }

    @ParameterizedTest
    @Tag("promise:P22")
    @CsvSource({
        "Origin, http://evil.example, 403",
        "Origin, http://localhost:1, 403",
        "Origin, http://localhost, 303",
        "Sec-Fetch-Site, cross-site, 403",
        "Sec-Fetch-Site, same-site, 403",
        "Sec-Fetch-Site, same-origin, 303",
    })
    void a_form_that_another_site_sends_is_refused_even_with_the_token(String header, String value, int status) {
        Visitor visitor = new Visitor();
        assertThat(visitor.post("name=Ann&csrf=" + visitor.token, header, value).statusCode())
                .isEqualTo(status);
    }

    @Test
    @Tag("promise:P22")
    void a_form_of_another_media_type_is_refused() {
        Visitor visitor = new Visitor();
        assertThat(site.post("/form", "text/plain", "name=Ann&csrf=" + visitor.token, "Cookie", visitor.cookie)
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    @Tag("promise:P22")
    void the_interface_takes_changes_from_clients_with_a_token_and_from_our_own_pages() {
        assertThat(site.post("/api/v1/mine", "application/json", "{}", "Authorization", "Bearer joe")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.post("/api/v1/mine", "application/json", "{}", "Cookie", "contact=joe")
                        .statusCode())
                .isEqualTo(403);
        assertThat(site.post(
                                "/api/v1/mine",
                                "application/json",
                                "{}",
                                "Cookie",
                                "contact=joe",
                                "Sec-Fetch-Site",
                                "same-origin")
                        .statusCode())
                .isEqualTo(204);
        assertThat(site.post(
                                "/api/v1/mine",
                                "application/json",
                                "{}",
                                "Authorization",
                                "Bearer joe",
                                "Origin",
                                "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    @Tag("rule:SI-2")
    void a_page_for_signed_in_people_sends_others_to_sign_in_and_back() {
        HttpResponse<String> answer = site.get("/mine?year=2026");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/sign-in?returnTo=%2Fmine%3Fyear%3D2026");
        assertThat(site.get("/practice/desk").headers().firstValue("Location"))
                .contains("/practice/sign-in?returnTo=%2Fpractice%2Fdesk");
        HttpResponse<String> part = site.get("/mine", "HX-Request", "true", "HX-Current-URL", "http://x/files?a=b");
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/sign-in?returnTo=%2Ffiles%3Fa%3Db");
    }

    @Test
    @Tag("rule:SI-11")
    void sessions_of_the_two_sides_never_stand_in_for_one_another() {
        assertThat(site.get("/mine", "Cookie", "contact=joe").body()).isEqualTo(FakeSignIn.JOE.toString());
        assertThat(site.get("/practice/desk", "Cookie", "staff=bea").body()).isEqualTo(FakeSignIn.BEA.toString());
        assertThat(site.get("/mine", "Cookie", "contact=bea; staff=joe").statusCode())
                .isEqualTo(303);
        assertThat(site.get("/practice/desk", "Cookie", "staff=joe").statusCode())
                .isEqualTo(303);
    }

    @Test
    @Tag("rule:PR-6")
    void what_is_for_administrators_is_refused_to_members() {
        assertThat(site.get("/practice/settings", "Cookie", "staff=ann").statusCode())
                .isEqualTo(200);
        assertThat(site.get("/practice/settings", "Cookie", "staff=bea").body()).isEqualTo("page: admin_only");
    }

    @Test
    void the_interface_tells_who_is_not_signed_in_by_a_problem() {
        HttpResponse<String> answer = site.get("/api/v1/mine");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).contains("sign_in_required");
    }

    @Test
    void a_page_that_is_not_there_is_told_by_a_page() {
        HttpResponse<String> answer = site.get("/nothing");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("page: not_found");
    }

    @Test
    void a_script_that_asks_for_problems_gets_problems_from_pages_too() {
        HttpResponse<String> answer = site.get("/nothing", "Accept", "application/problem+json");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_head_request_gets_the_head_of_the_answer() {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.uri("/"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).contains("19");
    }

    @Test
    void text_is_compressed_for_those_who_take_it() {
        HttpResponse<String> answer = site.get("/long", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body().length()).isLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "'203.0.113.9', 203.0.113.9",
        "'1.1.1.1, 203.0.113.9', 203.0.113.9",
        "'1.1.1.1, 203.0.113.9, 10.1.2.3', 203.0.113.9",
        "'203.0.113.9:4711', 203.0.113.9",
        "'[2001:db8::1]:4711', 2001:db8:0:0:0:0:0:1",
        "'evil.example', 127.0.0.1",
        "'203.0.113.9, unknown', 127.0.0.1",
        "'203.0.113.9, localhost', 127.0.0.1",
        "'999.1.1.1', 127.0.0.1",
    })
    void the_address_is_the_right_most_that_is_not_one_of_our_proxies(String forwarded, String client) {
        assertThat(site.get("/where", "X-Forwarded-For", forwarded).body()).isEqualTo(client);
    }

    @Test
    void who_is_no_proxy_of_ours_cannot_say_where_it_comes_from() throws IOException {
        try (TestSite alone = new TestSite()) {
            assertThat(alone.get("/where", "X-Forwarded-For", "203.0.113.9").body())
                    .isEqualTo("127.0.0.1");
        }
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(c -> c.startsWith(name + "="))
                .map(c -> c.substring(0, c.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    /** A browser that has seen the page with the form. */
    private static final class Visitor {
        final String cookie;
        final String token;

        Visitor() {
            HttpResponse<String> page = site.get("/form");
            cookie = FrontDoorTest.cookie(page, "browser");
            token = page.body();
        }

        HttpResponse<String> post(String body, String... headers) {
            String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Cookie";
            all[headers.length + 1] = cookie;
            return site.post("/form", FORM, body, all);
        }
    }
}

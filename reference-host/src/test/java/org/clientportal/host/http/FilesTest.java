package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {
    private static final String WHOLE = new String(TestSite.FILE, StandardCharsets.US_ASCII);
    private static TestSite site;

    @BeforeAll
    static void start() throws IOException {
        site = new TestSite();
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
    @Tag("rule:DO-7")
    @Tag("promise:P20")
    void a_file_comes_whole_as_something_to_save_that_cannot_run() {
        HttpResponse<String> answer = site.get("/file");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(WHOLE);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"a.txt\"; filename*=UTF-8''a.txt");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("ETag")).contains("\"tag\"");
        assertThat(site.done).containsExactly("whole");
    }

    @ParameterizedTest
    @Tag("rule:DO-7")
    @CsvSource({
        "bytes=0-9, 0123456789, bytes 0-9/10000",
        "bytes=9995-, 56789, bytes 9995-9999/10000",
        "bytes=-3, 789, bytes 9997-9999/10000",
        "bytes=9999-20000, 9, bytes 9999-9999/10000",
    })
    void a_range_comes_as_a_range_and_is_no_download_of_the_whole(String range, String body, String contentRange) {
        HttpResponse<String> answer = site.get("/file", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.headers().firstValue("Content-Range")).contains(contentRange);
        assertThat(site.done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "lines=1-2"})
    void what_is_not_one_range_is_answered_with_the_whole(String range) {
        HttpResponse<String> answer = site.get("/file", "Range", range);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(WHOLE);
    }

    @Test
    void a_range_beyond_the_end_is_refused_with_the_length() {
        HttpResponse<String> answer = site.get("/file", "Range", "bytes=10000-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */10000");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    }

    @Test
    void a_range_of_a_file_that_changed_is_answered_with_the_whole() {
        assertThat(site.get("/file", "Range", "bytes=0-1", "If-Range", "\"old\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.get("/file", "Range", "bytes=0-1", "If-Range", "\"tag\"")
                        .statusCode())
                .isEqualTo(206);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tag\"", "W/\"tag\"", "\"other\", \"tag\"", "*"})
    void a_file_that_the_reader_has_is_not_sent_again(String tags) {
        HttpResponse<String> answer = site.get("/file", "If-None-Match", tags);
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(site.done).isEmpty();
    }

    @Test
    @Tag("rule:DO-3")
    void asking_for_the_head_is_no_download() {
        HttpResponse<String> answer = site.send(HttpRequest.newBuilder(site.uri("/file"))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.headers().firstValue("Content-Length")).contains("10000");
        assertThat(site.done).isEmpty();
    }

    @Test
    void a_stored_file_that_is_too_short_breaks_the_transfer_off() throws IOException {
        String answer = site.raw("GET /short HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains("Content-Length: 10001");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSizeLessThan(10001);
    }

    @ParameterizedTest
    @Tag("rule:DO-7")
    @Tag("promise:P19")
    @CsvSource(
            delimiter = '|',
            value = {
                "a\"b.pdf | filename=\"a_b.pdf\"; filename*=UTF-8''a%22b.pdf",
                "../../etc/passwd | filename=\".._.._etc_passwd\"; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd",
                "Grüße 100%.pdf | filename=\"Gr__e 100_.pdf\"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20100%25.pdf",
                "\u202Efdp.exe | filename=\"_fdp.exe\"; filename*=UTF-8''%E2%80%AEfdp.exe",
                "😀.png | filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png",
                "a\\b;c.txt | filename=\"a_b_c.txt\"; filename*=UTF-8''a%5Cb%3Bc.txt",
            })
    void any_name_makes_a_safe_header(String name, String header) {
        assertThat(Disposition.of(false, name)).isEqualTo("attachment; " + header);
        assertThat(Disposition.of(false, name + "\r\nX: y")).doesNotContain("\r", "\n");
    }

    @Test
    @Tag("rule:DO-6")
    void parts_of_a_form_arrive_one_by_one_after_its_token() {
        HttpResponse<String> page = site.get("/form");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String big = "x".repeat(3_000_000) + "\r\n--bound";
        HttpResponse<String> answer = site.post(
                "/files",
                "multipart/form-data; boundary=boundary",
                part("csrf", null, page.body())
                        + part("folder", null, "f1")
                        + part("file", "Grüße%22.pdf", big)
                        + part("file", "../b", "")
                        + "--boundary--\r\n",
                "Cookie",
                cookie);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(site.done).containsExactly("folder - 2", "file Grüße\".pdf " + big.length(), "file ../b 0");
    }

    @Test
    @Tag("promise:P22")
    void files_that_come_before_the_token_or_with_a_wrong_one_are_refused() {
        String file = part("file", "a.pdf", "bytes") + "--boundary--\r\n";
        String type = "multipart/form-data; boundary=boundary";
        assertThat(site.post("/files", type, file).statusCode()).isEqualTo(403);
        assertThat(site.post("/files", type, part("csrf", null, "a.b") + file).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/files", type, "--boundary--\r\n").statusCode()).isEqualTo(403);
        assertThat(site.done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/mixed; boundary=boundary",
            })
    void a_form_without_a_boundary_or_of_another_kind_is_refused(String type) {
        assertThat(site.post("/files", type, "--boundary--\r\n").statusCode()).isBetween(400, 415);
    }

    @Test
    void a_form_that_is_cut_is_refused() throws IOException {
        String head =
                "POST /files HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=boundary\r\n";
        assertThat(site.raw(head + "Content-Length: 1000\r\n\r\n"
                        + part("csrf", null, "a.b").substring(0, 40)))
                .contains(" 400 ");
        assertThat(site.raw(head + "Content-Length: 20\r\n\r\nno boundary in there"))
                .contains(" 400 ");
    }

    @Test
    void an_upload_that_is_refused_unread_still_hears_why() {
        HttpResponse<String> answer = site.post("/api/v1/things", "application/json", "x".repeat(8 << 20));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body_too_large");
    }

    private static String part(String name, String file, String content) {
        return "--boundary\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (file == null ? "" : "; filename=\"" + file + "\"\r\nContent-Type: application/octet-stream")
                + "\r\n\r\n" + content + "\r\n";
    }
}

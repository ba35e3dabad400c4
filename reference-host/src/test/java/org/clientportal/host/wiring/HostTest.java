package org.clientportal.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actors;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Settings;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host as it is served: SQLite, files, a mail server. */
class HostTest {
    private static final GreenMail MAILS = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Host host;
    private static int port;

    @BeforeAll
    static void serve() throws IOException {
        MAILS.start();
        Path file = Files.write(
                folder.resolve("portal.yaml"),
                List.of(
                        "data: " + folder.resolve("data"),
                        "listen: {port: 0}",
                        "smtp: {host: 127.0.0.1, security: none, from: portal@firm.example, port: "
                                + MAILS.getSmtp().getPort() + "}"));
        HostConfig config = HostConfig.of(Settings.read(Optional.of(file), Map.of()));
        Host.migrate(config);
        host = Host.open(config, false);
        Practice practice = host.portal().practices().create(CreatePractice.of("firm", "Firm", "https://localhost"));
        host.portal()
                .staff()
                .add(
                        Actors.system(practice.id()),
                        new AddStaff(
                                new EmailAddress("ann@firm.example"),
                                "Ann",
                                StaffRole.ADMIN,
                                false,
                                ClientAccess.only(Set.of())));
        port = host.serve();
    }

    @AfterAll
    static void stop() {
        host.close();
        MAILS.stop();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void it_says_that_it_lives_and_is_ready_whatever_its_name() throws IOException {
        assertThat(raw("GET /health/live HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(raw("GET /health/ready HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"))
                .contains(" 200 ");
        assertThat(raw("GET / HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n"))
                .contains(" 421 ");
    }

    @Test
    void its_metrics_are_for_this_machine_alone() throws IOException {
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("portal_http_requests_seconds_count");
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 203.0.113.9\r\n"
                        + "Connection: close\r\n\r\n"))
                .contains(" 404 ")
                .doesNotContain("portal_http_requests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/mailbox", "/dev/components", "/nothing"})
    void what_a_demo_answers_is_not_there(String path) throws IOException, InterruptedException {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("promise:P3")
    @Tag("rule:SI-2")
    void a_link_that_is_asked_for_arrives_by_mail_and_leads_to_the_practices_own_address() throws Exception {
        String body = "{\"email\":\"ann@firm.example\",\"side\":\"STAFF\"}";
        String answer =
                raw("POST /api/v1/sign-in/link HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: evil.example\r\n"
                        + "Forwarded: host=evil.example\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\nConnection: close\r\n\r\n" + body);
        assertThat(answer).matches("(?s)HTTP/1.1 2\\d\\d .*");
        assertThat(MAILS.waitForIncomingEmail(20_000, 1)).isTrue();
        MimeMultipart mail = (MimeMultipart) MAILS.getReceivedMessages()[0].getContent();
        for (int part = 0; part < 2; part++) {
            String text = (String) mail.getBodyPart(part).getContent();
            assertThat(text).contains("https://localhost/in/").doesNotContain("evil");
        }
    }
}

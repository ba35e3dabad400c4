package org.clientportal.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.core.Actors;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Key;
import org.clientportal.host.config.Settings;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host as a demo runs it: no mail server, a mailbox instead. */
class DemoHostTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern MAIL = Pattern.compile("/dev/mailbox/[^\"/]+");

    @TempDir
    private static Path folder;

    private static Host host;
    private static int port;

    @BeforeAll
    static void serve() throws IOException {
        HostConfig config = HostConfig.of(Settings.read(Optional.empty(), Map.of())
                .with(Key.DATA, folder.toString())
                .with(Key.LISTEN_PORT, "0"));
        Host.migrate(config);
        host = Host.open(config, true);
        Practice practice = host.portal().practices().create(CreatePractice.of("firm", "Firm", "http://127.0.0.1"));
        host.portal()
                .staff()
                .add(
                        Actors.system(practice.id()),
                        new AddStaff(
                                new EmailAddress("ann@firm.example"), "Ann", StaffRole.ADMIN, false, ClientAccess.ALL));
        port = host.serve();
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    @Test
    void mails_land_on_a_page_and_as_files() throws IOException, InterruptedException {
        assertThat(send(at("/api/v1/sign-in/link")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"side\":\"STAFF\",\"email\":\"ann@firm.example\"}")))
                        .statusCode())
                .isEqualTo(202);
        String mail = newest();
        assertThat(send(at(mail)).body()).contains("To Ann (ann@firm.example)", mail + "/letter");
        HttpResponse<String> letter = send(at(mail + "/letter"));
        assertThat(letter.body()).contains("http://127.0.0.1/in/");
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .doesNotContain("script");
        try (var files = Files.list(folder.resolve("mails"))) {
            assertThat(files).anyMatch(file -> file.toString().endsWith(".eml"));
        }
        assertThat(send(at("/dev/mailbox/none")).statusCode()).isEqualTo(404);
    }

    @Test
    void the_components_are_all_on_one_page() throws IOException, InterruptedException {
        assertThat(send(at("/dev/components")).statusCode()).isEqualTo(200);
    }

    /** The portal's own threads deliver too: whoever claims the mail first. */
    private static String newest() throws IOException, InterruptedException {
        Matcher found;
        do {
            host.portal().runJobsOnce();
            found = MAIL.matcher(send(at("/dev/mailbox")).body());
        } while (!found.find());
        return found.group();
    }
}

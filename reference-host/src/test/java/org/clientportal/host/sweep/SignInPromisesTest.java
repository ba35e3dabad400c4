package org.clientportal.host.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the wire tells, and does not tell, of who may sign in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInPromisesTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:href=\"|\\b)(https?://[^\\s\"<]+)");

    private Database database;
    private Site site;
    private Holding own;
    private Map<String, String> people;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        database = Database.sqlite(folder);
        site = new Site(database);
        own = Holding.at(site, site.here);
        people = people();
    }

    /** Nobody is over a limit. */
    @BeforeEach
    void anotherDay() {
        site.forward(Duration.ofDays(1));
    }

    @AfterAll
    void stop() {
        site.close();
        database.close();
    }

    @Test
    @Tag("promise:P2")
    @Tag("rule:SI-4")
    void scannersOfEveryKindChangeNothingAndTheLinkStillWorks() {
        // given
        Guest jane = site.nobody(site.here);
        jane.send("POST", "/sign-in", Body.form("email=" + own.email()), Map.of());
        String link = "/in/" + site.tokenMailedTo(new EmailAddress(own.email()));
        SortedMap<String, List<String>> before = database.rows();

        // when
        List<Map<String, String>> scanners = List.of(
                Map.of(),
                Map.of("Purpose", "prefetch"),
                Map.of("Sec-Purpose", "prefetch;prerender"),
                Map.of("X-Moz", "prefetch"),
                Map.of("X-Forwarded-For", "203.0.113.9"),
                Map.of("User-Agent", "LinkScanner/1.0", "Accept", "*/*"));
        Guest scanner = new Guest(site.address(site.here), Optional.empty(), "scannerscannerscanner2", "");
        for (Map<String, String> headers : scanners) {
            for (Guest guest : List.of(jane, scanner)) {
                assertThat(guest.send("HEAD", link, Body.NONE, headers).status())
                        .isEqualTo(200);
                assertThat(guest.send("OPTIONS", link, Body.NONE, headers).status())
                        .isEqualTo(405);
                for (int i = 0; i < 20; i++) {
                    assertThat(guest.send("GET", link, Body.NONE, headers).status())
                            .isEqualTo(200);
                }
            }
        }

        // then
        assertThat(database.since(before)).isEmpty();
        Guest.Reply in = jane.send("POST", "/in", Body.form("token=" + link.substring(4)), Map.of());
        assertThat(in.header("location")).isEqualTo("/");
        assertThat(in.header("set-cookie")).contains("contact=");
    }

    @ParameterizedTest
    @Tag("promise:P3")
    @ValueSource(
            strings = {
                "POST %s HTTP/1.1|Host: 127.0.0.1:%d|X-Forwarded-Host: evil.example",
                "POST %s HTTP/1.1|Host: 127.0.0.1:%d|Forwarded: for=1.2.3.4;host=evil.example;proto=https",
                "POST %s HTTP/1.1|Host: 127.0.0.1:%d|X-Forwarded-Host: evil.example|X-Forwarded-Proto: https|X-Original-Host: evil.example",
                "POST %s HTTP/1.1|Host: 127.0.0.1:%d|X-Forwarded-Server: evil.example|X-Host: evil.example",
                "POST %s HTTP/1.1|Host: 127.0.0.1:1",
                "POST http://127.0.0.1:%d%s HTTP/1.1|Host: 127.0.0.1:%d",
                "POST http://evil.example%s HTTP/1.1|Host: 127.0.0.1:%d",
                "POST %s HTTP/1.1|Host: evil.example",
                "POST %s HTTP/1.1|Host: 127.0.0.1:%d|Host: evil.example",
                "POST %s HTTP/1.1|Host: evil.example@127.0.0.1:%d",
                "POST %s HTTP/1.1|Host: 127.0.0.1.evil.example",
                "POST %s HTTP/1.1|Host: "
            })
    void whateverTheRequestSaysOfItsHostMailsLeadToThePractice(String head) throws IOException {
        // given
        String body = "{\"side\":\"CONTACT\",\"email\":\"" + own.email() + "\"}";
        int before = site.mails().size();

        // when
        String lines = head.replace("%s", "/api/v1/sign-in/link").replace("%d", String.valueOf(site.port()));
        String answer = raw(lines.replace("|", "\r\n") + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);

        // then
        assertThat(answer).matches("(?s)HTTP/1.1 (202|400|421|404) .*").doesNotContain("evil.example");
        assertThat(site.mails().size() - before).isEqualTo(answer.contains(" 202 ") ? 1 : 0);
        assertThat(site.mails()).isNotEmpty().allSatisfy(mail -> {
            Matcher addresses = ADDRESS.matcher(mail.html() + " " + mail.text());
            int found = 0;
            while (addresses.find()) {
                assertThat(addresses.group(1)).startsWith("http://127.0.0.1/");
                found++;
            }
            assertThat(found).isPositive();
        });
    }

    @Test
    @Tag("promise:P4")
    @Tag("rule:SI-9")
    void whoeverIsAskedForTheAnswersAreTheSameToTheByte() {
        // given
        Map<String, List<Map<String, Object>>> answers = new LinkedHashMap<>();

        // when
        people.forEach((kind, address) -> {
            Guest guest = site.nobody(site.here);
            String json = "{\"side\":\"CONTACT\",\"email\":\"" + address + "\"";
            String form = "email=" + address.replace("@", "%40");
            answers.put(
                    kind,
                    List.of(
                                    guest.send("POST", "/sign-in", Body.form(form), Map.of()),
                                    guest.send("GET", "/sign-in/code", Body.NONE, Map.of()),
                                    guest.send("POST", "/sign-in", Body.form(form), Map.of()),
                                    guest.send("POST", "/sign-in/code", Body.form(form + "&code=00000000"), Map.of()),
                                    guest.send("POST", "/api/v1/sign-in/link", Body.json(json + "}"), Map.of()),
                                    guest.send(
                                            "POST",
                                            "/api/v1/sign-in/code",
                                            Body.json(json + ",\"code\":\"00000000\"}"),
                                            Map.of()))
                            .stream()
                            .map(reply -> Wire.comparable(reply, List.of(address)))
                            .toList());
        });

        // then
        assertThat(answers.keySet()).hasSize(6);
        answers.forEach((kind, told) -> assertThat(told).as(kind).isEqualTo(answers.get("unknown")));
    }

    @Test
    @Tag("promise:P4")
    void whatAnybodyMaySendIsAnsweredAtEvenTimesHoweverShortTheWork() {
        // given
        Guest guest = site.nobody(site.here);
        List<Route> open = site.routes().stream()
                .filter(route ->
                        route.audience() == Audience.PUBLIC && !route.method().isSafe())
                .toList();
        assertThat(open).extracting(Route::name).contains("client.signIn.ask", "signIn.askLink", "signIn.code");

        // then
        for (Route route : open) {
            Body body = route.isApi() ? Body.json("{}") : Body.form("");
            Duration quickest = IntStream.range(0, 10)
                    .mapToObj(i -> time(() -> guest.send(route.method().name(), route.path(), body, Map.of())))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            assertThat(quickest).as(route.name()).isGreaterThanOrEqualTo(Duration.ofMillis(25));
        }
    }

    private static Duration time(Runnable request) {
        long begin = System.nanoTime();
        request.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    @Test
    @Tag("promise:P4")
    @Tag("promise:P8")
    void anInvitationsPageDoesNotTellWhoElseIsKnown() {
        // given
        Contact pending = contact("Ivy Invited", own.client());
        site.auth.invitations().invite(own.firm(), own.client().id(), List.of(pending.id()), Optional.empty());
        String token = site.tokenMailedTo(World.email("Ivy Invited"));
        Guest guest = site.nobody(site.here);

        // then
        // Of one link five wrong addresses are judged.
        Map<String, Object> unknown = wrongAddress(guest, token, people.get("unknown"));
        for (String kind : List.of("actives", "revoked", "deleted", "uninvit")) {
            assertThat(wrongAddress(guest, token, people.get(kind))).as(kind).isEqualTo(unknown);
        }
    }

    private Map<String, Object> wrongAddress(Guest guest, String token, String address) {
        Guest.Reply reply = guest.send(
                "POST", "/in", Body.form("token=" + token + "&email=" + address.replace("@", "%40")), Map.of());
        assertThat(reply.status()).isEqualTo(422);
        return Wire.comparable(reply, List.of(address));
    }

    /** An address of every kind, all equally long. */
    private Map<String, String> people() {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (String kind : List.of("unknown", "actives", "pending", "revoked", "deleted", "uninvit")) {
            addresses.put(kind, kind + "@people.example");
        }
        Actor firm = own.firm();
        for (String kind : List.of("actives", "pending", "revoked", "deleted", "uninvit")) {
            Contact contact = contact(kind, own.client());
            if (!kind.equals("uninvit")) {
                site.auth.invitations().invite(firm, own.client().id(), List.of(contact.id()), Optional.empty());
            }
            if (kind.equals("actives")) {
                site.signIn(site.here, contact);
            }
            if (kind.equals("revoked")) {
                site.auth.invitations().revoke(firm, contact.id());
            }
            if (kind.equals("deleted")) {
                site.portal.deletion().delete(firm, contact.id());
            }
        }
        site.portal.runJobsOnce();
        return addresses;
    }

    private Contact contact(String name, Client client) {
        return site.portal
                .contacts()
                .addToClient(
                        Actors.service(site.here.id(), "sweep"),
                        client.id(),
                        Contact.Profile.of(name, Optional.of(World.email(name))),
                        Terms.BASE);
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

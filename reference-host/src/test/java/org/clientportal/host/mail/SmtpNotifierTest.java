package org.clientportal.host.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.Optional;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.host.config.SmtpConfig;
import org.clientportal.model.contact.EmailAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpNotifierTest {
    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
    }

    private static SmtpNotifier to(int port, SmtpConfig.Security security) {
        return to("127.0.0.1", port, security);
    }

    private static SmtpNotifier to(String host, int port, SmtpConfig.Security security) {
        return new SmtpNotifier(
                new SmtpConfig(host, port, security, Optional.empty(), new EmailAddress("portal@firm.example")),
                Clock.systemUTC());
    }

    private static MimeMessage sent(Mail mail) throws DeliveryFailed {
        to(SERVER.getSmtp().getPort(), SmtpConfig.Security.NONE).send(mail);
        MimeMessage[] received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(1);
        return received[0];
    }

    @Test
    void a_mail_arrives_as_text_and_html_from_the_practice_by_name() throws Exception {
        MimeMessage mail = sent(Letters.mail("ana@client.example", "Ana Ortiz", "Anmelden – schnell"));
        assertThat(mail.getSubject()).isEqualTo("Anmelden – schnell");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("\"Harbour & Tax, Ltd\" <portal@firm.example>");
        assertThat(mail.getMessageID()).isEqualTo("<" + Letters.ID + "@firm.example>");
        MimeMultipart both = (MimeMultipart) mail.getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(((String) both.getBodyPart(0).getContent()).replace("\r", ""))
                .isEqualTo("Grüße\n.\nend");
        assertThat(both.getBodyPart(1).getContent()).isEqualTo("<p>Grüße</p>");
    }

    @ParameterizedTest
    @Tag("promise:P23")
    @ValueSource(
            strings = {
                "Ana, <eve@evil.example>",
                "Ana\" <eve@evil.example>, \"",
                "Ana <ana@other.example>; eve@evil.example",
                "=?utf-8?q?eve?="
            })
    void whatever_a_person_is_called_the_mail_goes_to_exactly_one_address(String name) throws Exception {
        MimeMessage mail = sent(Letters.mail("ana@client.example", name, "Subject\r\nBcc: eve@evil.example"));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getAllRecipients()[0].toString()).contains("ana@client.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(SERVER.getUserManager().hasUser("eve@evil.example")).isFalse();
    }

    @ParameterizedTest
    @Tag("promise:P23")
    @CsvSource({
        "ana@Müller.example, ana@xn--mller-kva.example",
        "A.B+tag@client.example, A.B+tag@client.example",
        "o'brien@client.example, o'brien@client.example"
    })
    void the_mailbox_is_written_as_typed_and_its_domain_in_ascii(String typed, String sent) throws Exception {
        assertThat(sent(Letters.mail(typed, "Ana", "Hello"))
                        .getAllRecipients()[0]
                        .toString())
                .contains("<" + sent + ">");
    }

    @ParameterizedTest
    @Tag("rule:IN-10")
    @CsvSource({
        "RCPT, 550, true",
        "RCPT, 451, false",
        "DATA, 554, true",
        "MAIL, 550, false",
        "MAIL, 421, false",
        "HELO, 554, false",
    })
    void what_is_refused_for_good_is_told_from_what_may_work_later(String at, int code, boolean permanent)
            throws Exception {
        try (ScriptedServer server = ScriptedServer.at(at, talk -> talk.say(code))) {
            DeliveryFailed failed = catchThrowableOfType(
                    DeliveryFailed.class,
                    () -> to(server.port(), SmtpConfig.Security.NONE)
                            .send(Letters.mail("ana@client.example", "Ana", "Hello")));
            assertThat(failed.permanent()).isEqualTo(permanent);
            assertThat(failed.reason()).doesNotContain("ana@client.example");
        }
    }

    @Test
    @Tag("promise:P28")
    void a_server_that_is_not_there_may_be_there_later() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        DeliveryFailed failed = catchThrowableOfType(
                DeliveryFailed.class,
                () -> to(free, SmtpConfig.Security.NONE).send(Letters.mail("ana@client.example", "Ana", "Hello")));
        assertThat(failed.permanent()).isFalse();
    }

    @Test
    void a_mail_goes_to_the_server_that_was_named_and_to_no_other() throws Exception {
        try (ScriptedServer named = new ScriptedServer("127.0.0.2", 0, (step, talk) -> ScriptedServer.usual(step))) {
            to("127.0.0.2", named.port(), SmtpConfig.Security.NONE)
                    .send(Letters.mail("ana@client.example", "Ana", "Hello"));

            assertThat(named.taken()).containsExactly("<" + Letters.ID + "@firm.example>");
        }
    }

    @Test
    void a_server_that_asks_for_a_login_gets_it() throws Exception {
        SERVER.setUser("portal@firm.example", "portal", "right");

        login("right").send(Letters.mail("ana@client.example", "Ana", "Hello"));
        DeliveryFailed failed = catchThrowableOfType(
                DeliveryFailed.class,
                () -> login("wrong").send(Letters.mail("ana@client.example", "Ana", "Hello again")));

        assertThat(SERVER.getReceivedMessages()).hasSize(1);
        assertThat(failed.permanent()).isFalse();
    }

    private static SmtpNotifier login(String password) {
        SmtpConfig config = new SmtpConfig(
                "127.0.0.1",
                SERVER.getSmtp().getPort(),
                SmtpConfig.Security.NONE,
                Optional.of(new SmtpConfig.Login("portal", password)),
                new EmailAddress("portal@firm.example"));
        return new SmtpNotifier(config, Clock.systemUTC());
    }

    @Test
    void a_server_without_tls_gets_nothing_where_tls_is_demanded() {
        assertThatThrownBy(() -> to(SERVER.getSmtp().getPort(), SmtpConfig.Security.STARTTLS)
                        .send(Letters.mail("ana@client.example", "Ana", "Hello")))
                .isInstanceOf(DeliveryFailed.class);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }
}

package org.clientportal.host.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.outbox.Dispatcher;
import org.clientportal.host.config.SmtpConfig;
import org.clientportal.model.contact.EmailAddress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail server that is slow, says nothing, a byte now and then, or hangs up: no delivery lasts without end. */
@Tag("rule:NO-1")
@Tag("promise:P26")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlowMailServerTest {
    /** Longer than a test may take: what waits for it was given up by nobody. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final Mail HELLO = Letters.mail("ana@client.example", "Ana", "Hello");

    /** One byte after another, never a whole line, until nobody listens any more. */
    private static final ScriptedServer.Answer DRIPS = talk -> {
        while (true) {
            talk.write("2");
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    };

    private static final ScriptedServer.Answer SAYS_NOTHING = talk -> {};

    @Test
    void a_server_that_takes_long_to_check_a_mail_gets_it_once() throws Exception {
        Patience patience = new Patience(Duration.ofSeconds(2), LONG);
        ScriptedServer.Answer checks = talk -> {
            LockSupport.parkNanos(patience.reply().plusMillis(500).toNanos());
            talk.takes();
        };
        try (ScriptedServer server = ScriptedServer.at(ScriptedServer.END, checks)) {
            to(server, patience).send(HELLO);

            assertThat(server.taken()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.GREETING, "HELO", "MAIL", "RCPT", "DATA", ScriptedServer.END})
    void a_server_that_drips_is_given_up_once_the_mail_has_taken_too_long(String step) {
        try (ScriptedServer server = ScriptedServer.at(step, DRIPS)) {
            DeliveryFailed failed = failure(server, new Patience(LONG, Duration.ofMillis(500)), HELLO);

            assertThat(failed.permanent()).isFalse();
            assertThat(failed.reason()).isEqualTo("The mail server took too long.");
        }
    }

    @Test
    void a_server_that_never_says_whether_it_took_the_mail_is_given_up_too() {
        try (ScriptedServer server = ScriptedServer.at(ScriptedServer.END, SAYS_NOTHING)) {
            DeliveryFailed failed = failure(server, new Patience(LONG, Duration.ofMillis(500)), HELLO);

            assertThat(failed.permanent()).isFalse();
        }
    }

    @Test
    void a_server_that_stops_reading_is_given_up_too() {
        Mail large = new Mail(
                Letters.ID, "Firm", "Ana", new EmailAddress("ana@client.example"), "Hello", "x\n".repeat(8 << 20), "");
        try (ScriptedServer server = ScriptedServer.at("DATA", talk -> {
            talk.say(354);
            LockSupport.parkNanos(LONG.toNanos());
        })) {
            DeliveryFailed failed = failure(server, new Patience(LONG, Duration.ofSeconds(2)), large);

            assertThat(failed.permanent()).isFalse();
            assertThat(failed.reason()).isEqualTo("The mail server took too long.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.GREETING, "HELO", "MAIL", "RCPT", "DATA"})
    void a_server_that_says_nothing_is_given_up_sooner(String step) {
        try (ScriptedServer server = ScriptedServer.at(step, SAYS_NOTHING)) {
            DeliveryFailed failed = failure(server, new Patience(Duration.ofMillis(300), LONG), HELLO);

            assertThat(failed.permanent()).isFalse();
            assertThat(failed.reason()).isNotEqualTo("The mail server took too long.");
        }
    }

    @Test
    void a_mail_is_given_up_well_before_another_worker_may_send_it() {
        Duration room = Dispatcher.CLAIM.minus(Patience.USUAL.whole());

        assertThat(room).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(Patience.USUAL.reply()).isLessThan(Patience.USUAL.whole());
    }

    @ParameterizedTest
    @ValueSource(strings = {ScriptedServer.GREETING, "HELO", "MAIL", "RCPT", "DATA", ScriptedServer.END})
    void a_mail_that_the_server_hung_up_on_may_be_taken_later(String step) {
        try (ScriptedServer inOrder = ScriptedServer.at(step, ScriptedServer.Talk::hangsUp);
                ScriptedServer inDisorder = ScriptedServer.at(step, ScriptedServer.Talk::breaksOff)) {
            assertThat(failure(inOrder, Patience.USUAL, HELLO).permanent()).isFalse();
            assertThat(failure(inOrder, Patience.USUAL, HELLO).reason()).doesNotContain("-1");
            assertThat(failure(inDisorder, Patience.USUAL, HELLO).permanent()).isFalse();
        }
    }

    @Test
    void a_mail_that_was_taken_is_sent_even_if_the_server_hangs_up_at_the_end() throws Exception {
        try (ScriptedServer inOrder = ScriptedServer.at("QUIT", ScriptedServer.Talk::hangsUp);
                ScriptedServer inDisorder = ScriptedServer.at("QUIT", ScriptedServer.Talk::breaksOff)) {
            to(inOrder, Patience.USUAL).send(HELLO);
            to(inDisorder, Patience.USUAL).send(HELLO);

            assertThat(inOrder.taken()).hasSize(1);
            assertThat(inDisorder.taken()).hasSize(1);
        }
    }

    private static DeliveryFailed failure(ScriptedServer server, Patience patience, Mail mail) {
        return catchThrowableOfType(
                DeliveryFailed.class, () -> to(server, patience).send(mail));
    }

    private static SmtpNotifier to(ScriptedServer server, Patience patience) {
        SmtpConfig config = new SmtpConfig(
                "127.0.0.1",
                server.port(),
                SmtpConfig.Security.NONE,
                Optional.empty(),
                new EmailAddress("portal@firm.example"));
        return new SmtpNotifier(config, Clock.systemUTC(), patience);
    }
}

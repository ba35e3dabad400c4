package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.clientportal.core.Actor;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.notify.Mail;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Neither logs nor rows quote a link or an address, whoever throws them at the dispatcher. */
@Tag("rule:NO-1")
@Tag("promise:P6")
class SecretsInLogsTest {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Actor.Contact jane = post.customer("Jane Doe", post.world.client("Acme"));

    @BeforeEach
    void readsAlongWhatIsLogged() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void leavesTheConsoleAsItWas() {
        System.setOut(console);
        console.print(printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void wordingThatFailsQuotesNothing() {
        post.wording(notice -> {
            throw new IllegalStateException(
                    "cannot word " + notice.credential().orElseThrow().text() + notice.to());
        });

        thenNothingIsQuoted(post.link(jane));
    }

    @Test
    void aNotifierThatBreaksQuotesNothing() {
        post.notifier.does(mail -> {
            throw new IllegalStateException("cannot send " + mail.text() + " to " + mail.to());
        });

        thenNothingIsQuoted(post.link(jane));
    }

    @Test
    void aListenerThatBreaksQuotesNothing() {
        post.listeners.add(happened -> {
            throw new IllegalStateException("cannot keep " + Postroom.TOKEN + " jane.doe@people.example");
        });
        post.units.write(post.world.admin(), work -> {
            work.happened(PortalEvent.of(EventType.SETTINGS_CHANGED, post.world.practiceId()));
            return true;
        });

        post.deliver(Lane.EVENT);

        assertThat(logged()).contains("IllegalStateException").doesNotMatch(SecretsInLogsTest::quotes);
    }

    @Test
    void whatHoldsASecretDoesNotShowIt() {
        post.link(jane);
        post.deliver(Lane.SIGN_IN);

        assertThat(post.notifier.mails()).extracting(Mail::toString).noneMatch(SecretsInLogsTest::quotes);
    }

    private void thenNothingIsQuoted(MessageId link) {
        post.deliver(Lane.SIGN_IN);

        assertThat(logged()).contains("IllegalStateException").doesNotMatch(SecretsInLogsTest::quotes);
        assertThat(post.stored(link).failure().orElseThrow()).doesNotMatch(SecretsInLogsTest::quotes);
    }

    private String logged() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static boolean quotes(String text) {
        return text.contains(Postroom.TOKEN) || text.contains("12345678") || text.contains("jane.doe@");
    }
}

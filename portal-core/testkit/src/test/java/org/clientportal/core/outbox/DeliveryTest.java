package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientportal.core.Actor;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.PlainMessages;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a message whose mail server is well, down, fussy or mad. */
class DeliveryTest {
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Client acme = post.world.client("Acme");
    private final Actor.Contact jane = post.customer("Jane Doe", acme);

    @Test
    @Tag("rule:NO-1")
    @Tag("promise:P6")
    void whatTheMailServerAcceptedIsSentAndItsSecretIsGone() {
        // given
        MessageId link = post.link(jane);

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        Mail mail = post.notifier.mails().get(0);
        assertThat(mail.to()).isEqualTo(World.email("Jane Doe"));
        assertThat(mail.text()).contains("/in/" + Postroom.TOKEN, "12345678");
        OutboxMessage stored = post.stored(link);
        assertThat(stored.state()).isEqualTo(DeliveryState.SENT);
        assertThat(stored.settledAt()).contains(post.units.now());
        assertThat(stored.sealedSecret()).isEmpty();
    }

    @Test
    @Tag("rule:NO-1")
    void whatIsSentIsNotSentAgain() {
        // given
        post.link(jane);
        post.deliver(Lane.SIGN_IN);

        // when
        post.world.clock().forward(Duration.ofDays(2));
        int tried = post.deliver(Lane.SIGN_IN);

        // then
        assertThat(tried).isZero();
        assertThat(post.notifier.accepted()).hasSize(1);
    }

    @Test
    @Tag("rule:IN-10")
    void whatTheServerRefusesForGoodIsBouncedWithItsWords() {
        // given
        post.notifier.refuses();
        MessageId link = post.link(jane);

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        OutboxMessage stored = post.stored(link);
        assertThat(stored.state()).isEqualTo(DeliveryState.BOUNCED);
        assertThat(stored.failure()).contains("550 no such mailbox");
        assertThat(stored.sealedSecret()).isEmpty();
    }

    @Test
    @Tag("rule:IN-10")
    @Tag("promise:P26")
    void whatTheServerSaysIsKeptWithoutWhatNoDatabaseKeeps() {
        // given
        post.notifier.does(mail -> {
            throw new DeliveryFailed("550 no\u0000such\r\n\ud800mailbox", true, new IllegalStateException("refused"));
        });
        MessageId link = post.link(jane);

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(link).failure()).contains("550 no such   mailbox");
    }

    @Test
    @Tag("rule:NO-1")
    @Tag("promise:P26")
    void aMessageThatCannotBeWordedIsParkedAndDelaysNoOther() {
        // given
        post.wording(notice -> {
            if (notice.kind().equals("poison")) {
                throw new IllegalStateException("no words for " + Postroom.TOKEN);
            }
            return new PlainMessages().render(notice);
        });
        MessageId poison = post.security("poison", jane);
        MessageId good = post.link(jane);

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(poison).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(post.stored(poison).failure().orElseThrow()).doesNotContain(Postroom.TOKEN);
        assertThat(post.stored(good).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    @Tag("promise:P26")
    void aNotifierThatBreaksIsTriedAgainAndDelaysNoOther() {
        // given
        MessageId broken = post.security("breaks", jane);
        MessageId good = post.link(jane);
        post.notifier.does(mail -> {
            if (mail.subject().equals("breaks")) {
                throw new IllegalStateException("cannot say " + mail.text());
            }
        });

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(broken).state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(post.stored(good).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    @Tag("rule:NO-4")
    void aMessageWhoseSecretHasExpiredIsDropped() {
        // given
        MessageId link = post.link(jane);

        // when
        post.world.clock().forward(Duration.ofMinutes(10));
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.notifier.accepted()).isEmpty();
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(post.stored(link).sealedSecret()).isEmpty();
    }
}

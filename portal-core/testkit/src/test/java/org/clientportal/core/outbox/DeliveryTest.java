package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.core.Actor;
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
    @Tag("rule:NO-1")
    @Tag("promise:P26")
    void whileTheServerIsDownTenTriesAreMadeOver24HoursAndThenItIsParked() {
        // given
        post.notifier.isDown();
        Instant start = post.units.now();
        MessageId notice = post.security("password_changed", jane);

        // when
        List<Duration> tries = new ArrayList<>();
        while (post.stored(notice).state() == DeliveryState.QUEUED) {
            Instant due = post.stored(notice).dueAt();
            post.world.clock().set(due.minusNanos(1_000));
            assertThat(post.deliver(Lane.SIGN_IN)).as("tries before it is due").isZero();
            post.world.clock().set(due);
            post.deliver(Lane.SIGN_IN);
            tries.add(Duration.between(start, due));
        }

        // then
        assertThat(tries).hasSize(10).startsWith(Duration.ZERO).endsWith(Duration.ofHours(24));
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(post.stored(notice).failure()).contains("The mail server cannot be reached.");
    }

    @Test
    @Tag("rule:IN-10")
    void whileItIsTriedAgainStaffSeeThatItWaitsAndWhy() {
        // given
        post.notifier.isDown();
        MessageId notice = post.security("invitation", jane);

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(post.stored(notice).failure()).contains("The mail server cannot be reached.");
        assertThat(post.tries).containsExactly(DeliveryState.QUEUED);
    }

    @Test
    @Tag("rule:NO-1")
    void onceTheServerIsBackTheWaitingMessageIsSent() {
        // given
        post.notifier.isDown();
        MessageId notice = post.security("invitation", jane);
        post.deliver(Lane.SIGN_IN);

        // when
        post.notifier.accepts();
        post.world.clock().forward(Duration.ofMinutes(1));
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.SENT);
        assertThat(post.stored(notice).failure()).isEmpty();
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
    @Tag("rule:NO-1")
    @Tag("promise:P26")
    void aWaitingRetryHoldsBackNoOther() {
        // given
        post.notifier.isDown();
        MessageId first = post.security("invitation", jane);
        post.deliver(Lane.SIGN_IN);
        post.notifier.accepts();

        // when
        MessageId second = post.link(jane);
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(second).state()).isEqualTo(DeliveryState.SENT);
        assertThat(post.stored(first).state()).isEqualTo(DeliveryState.QUEUED);
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

    @Test
    @Tag("rule:NO-4")
    @Tag("promise:P6")
    void aSecretIsWipedWhenItExpiresEvenIfTheNextTryWouldBeLater() {
        // given
        post.notifier.isDown();
        Instant start = post.units.now();
        MessageId link = post.link(jane);

        // when
        for (int minute = 0; minute <= 10; minute++) {
            post.world.clock().set(start.plus(Duration.ofMinutes(minute)));
            post.deliver(Lane.SIGN_IN);
        }

        // then
        OutboxMessage stored = post.stored(link);
        assertThat(stored.state()).isEqualTo(DeliveryState.DROPPED);
        assertThat(stored.sealedSecret()).isEmpty();
        assertThat(stored.failure()).contains("Too late: The mail server cannot be reached.");
    }
}

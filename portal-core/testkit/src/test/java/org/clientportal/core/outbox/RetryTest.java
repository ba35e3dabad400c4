package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.core.Actor;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.DatabaseClock;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail server that is down: tried again and again, for a day, or until it no longer helps. */
class RetryTest {
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Client acme = post.world.client("Acme");
    private final Actor.Contact jane = post.customer("Jane Doe", acme);

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
    @Tag("promise:P26")
    @Tag("promise:P28")
    void aNodeWhoseClockIsAheadDropsNothingAsTooLate() {
        // given
        Postroom room = new Postroom(new DatabaseClock(MemoryStorage.create(), World.START));
        MessageId link = room.link(room.customer("Jane Doe", room.world.client("Acme")));

        // when
        room.world.clock().forward(Duration.ofMinutes(11));
        room.deliver(Lane.SIGN_IN);

        // then
        assertThat(room.stored(link).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    @Tag("promise:P28")
    void whatWasPutOffWhileTheClockWasAMonthAheadIsTriedWhenItIsRight() {
        // given
        Instant right = post.units.now();
        post.world.clock().forward(Duration.ofDays(30));
        post.notifier.isDown();
        MessageId notice = post.security("password_changed", jane);
        post.deliver(Lane.SIGN_IN);

        // when
        post.world.clock().set(right);
        post.notifier.accepts();
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.SENT);
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
    @Tag("rule:NO-1")
    @Tag("promise:P26")
    void thePauseBeforeTheNextTryBeginsWhenThisOneHasEnded() {
        // given
        post.notifier.does(mail -> {
            post.world.clock().forward(Duration.ofMinutes(3));
            throw new DeliveryFailed("The mail server took too long.", false, new IllegalStateException("slow"));
        });
        MessageId notice = post.security("invitation", jane);

        // when
        int tried = post.deliver(Lane.SIGN_IN);

        // then
        assertThat(tried).isOne();
        assertThat(post.stored(notice).dueAt()).isEqualTo(post.units.now().plus(Duration.ofMinutes(1)));
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

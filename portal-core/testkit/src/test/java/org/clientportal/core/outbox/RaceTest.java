package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workers that overtake each other, die, or lose the storage in the middle of a delivery. */
@Tag("rule:NO-1")
class RaceTest {
    private final FragileStorage storage = new FragileStorage(MemoryStorage.create());
    private final Postroom post = new Postroom(storage);
    private final Client acme = post.world.client("Acme");
    private final Actor.Contact jane = post.customer("Jane Doe", acme);

    @Test
    void whileOneWorkerDeliversAnotherFindsNothingToDo() {
        // given
        post.link(jane);
        int[] others = {-1};
        post.notifier.does(mail -> {
            post.notifier.accepts();
            others[0] = post.deliver(Lane.SIGN_IN);
        });

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(others[0]).isZero();
        assertThat(post.notifier.accepted()).hasSize(1);
    }

    @Test
    void aClaimThatWasLostIsIgnoredAndTheOtherWorkersOutcomeStays() {
        // given
        MessageId notice = post.security("invitation", jane);
        post.notifier.does(mail -> {
            post.world.clock().forward(Dispatcher.CLAIM);
            post.notifier.accepts();
            post.deliver(Lane.SIGN_IN);
            throw new IllegalStateException("the connection broke after an age");
        });

        // when
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(notice).state()).isEqualTo(DeliveryState.SENT);
        assertThat(post.notifier.accepted()).hasSize(1);
    }

    @Test
    @Tag("promise:P26")
    void aMessageThatKillsItsWorkersIsParkedAfterTenOfThem() {
        // given
        MessageId deadly = post.security("deadly", jane);
        post.notifier.does(mail -> {
            throw new StackOverflowError();
        });

        // when
        for (int worker = 1; worker <= 10; worker++) {
            assertThatThrownBy(() -> post.deliver(Lane.SIGN_IN)).isInstanceOf(StackOverflowError.class);
            post.world.clock().forward(Dispatcher.CLAIM);
        }
        post.deliver(Lane.SIGN_IN);

        // then
        assertThat(post.stored(deadly).state()).isEqualTo(DeliveryState.FAILED);
        assertThat(post.stored(deadly).failure()).contains("No try came to an end.");
    }

    @Test
    void aMessageSentJustBeforeTheStorageWentAwayIsNotSentTwice() {
        // given
        MessageId link = post.link(jane);
        Dispatcher dispatcher = post.dispatcher(Lane.SIGN_IN);
        post.notifier.does(mail -> storage.breakDown());
        assertThatThrownBy(() -> post.deliver(dispatcher, Lane.SIGN_IN))
                .isInstanceOf(PortalException.Unavailable.class);

        // when
        post.notifier.accepts();
        post.world.clock().forward(Dispatcher.CLAIM.plus(Duration.ofMinutes(1)));
        storage.recover();
        post.deliver(dispatcher, Lane.SIGN_IN);

        // then
        assertThat(post.notifier.accepted()).hasSize(1);
        assertThat(post.stored(link).state()).isEqualTo(DeliveryState.SENT);
    }

    @Test
    @Tag("promise:P26")
    void whatWasRolledBackIsNeverDelivered() {
        // when
        assertThatThrownBy(() -> post.units.write(post.world.admin(), work -> {
                    work.happened(PortalEvent.at(acme.id(), EventType.CLIENT_CHANGED, acme.id()));
                    throw new IllegalStateException("changed its mind");
                }))
                .hasMessage("changed its mind");

        // then
        assertThat(post.deliver(Lane.EVENT)).isZero();
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of messages in one state. */
public abstract class OutboxListSuite extends ListSuite<OutboxMessage> {
    private static final Principal JOE =
            Principal.of(Samples.fresh().contact("Joe").id());

    protected OutboxListSuite() {}

    @Override
    final Page<OutboxMessage> page(ReadView view, PageRequest page) {
        return view.outbox().list(DeliveryState.QUEUED, page);
    }

    @Override
    final List<OutboxMessage> fill() {
        List<OutboxMessage> messages =
                Stream.of(4, 4, 1, 9, 9, 9, 2, 3, 0, 7, 0).map(this::queued).toList();
        return Orders.newestFirst(messages, OutboxMessage::createdAt, OutboxMessage::id);
    }

    @Override
    final void come() {
        queued(99);
    }

    @Override
    final void go(OutboxMessage shown) {
        change(unit -> unit.outbox().update(shown.settled(DeliveryState.SENT, Optional.empty(), Samples.NOW)));
    }

    @Override
    final boolean isByTime() {
        return true;
    }

    private OutboxMessage queued(int seconds) {
        return insert(samples.message(Lane.NOTICE, "notice", Optional.of(JOE), Samples.NOW.plusSeconds(seconds)));
    }

    private OutboxMessage insert(OutboxMessage message) {
        change(unit -> unit.outbox().insert(message));
        return message;
    }

    @Test
    @DisplayName("STO-25 messages of one state are listed, and those to nobody are not")
    void messagesAreFilteredByState() {
        OutboxMessage queued = queued(0);
        OutboxMessage failed = insert(samples.message(Lane.NOTICE, "notice", Optional.of(JOE), Samples.NOW)
                .settled(DeliveryState.FAILED, Optional.of("550"), Samples.NOW));
        insert(samples.message(Lane.EVENT, "event", Optional.empty(), Samples.NOW));

        see(view -> {
            assertThat(all(view)).containsExactly(queued);
            assertThat(view.outbox()
                            .list(DeliveryState.FAILED, PageRequest.first(9))
                            .items())
                    .containsExactly(failed);
            assertThat(view.outbox()
                            .list(DeliveryState.BOUNCED, PageRequest.first(9))
                            .items())
                    .isEmpty();
        });
    }
}

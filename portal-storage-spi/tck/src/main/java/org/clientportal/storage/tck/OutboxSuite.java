package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Messages as records; how they are claimed is in {@link ClaimsSuite}. */
public abstract class OutboxSuite extends LockedRecordSuite<MessageId, OutboxMessage> {
    private static final Principal JOE =
            Principal.of(Samples.fresh().contact("Joe").id());

    protected OutboxSuite() {}

    @Override
    final RecordReader<MessageId, OutboxMessage> reader(ReadView view) {
        return view.outbox();
    }

    @Override
    final RecordStore<MessageId, OutboxMessage> store(WriteUnit unit) {
        return unit.outbox();
    }

    @Override
    final MessageId idOf(OutboxMessage message) {
        return message.id();
    }

    @Override
    final OutboxMessage sample() {
        return samples.message(Lane.NOTICE, "notice", Optional.of(JOE), Samples.NOW);
    }

    @Override
    final List<OutboxMessage> varieties() {
        OutboxMessage bare = sample();
        OutboxMessage full = new OutboxMessage(
                bare.id(),
                Lane.SIGN_IN,
                Texts.STRANGE.substring(0, 40).strip(),
                Optional.of(Principal.service("importer")),
                Optional.of(add(samples.client("Diner")).id()),
                Map.of("key", Texts.LINES, Texts.STRANGE, "", "n", "null"),
                Optional.of(Texts.LINES),
                Samples.NOW.plusNanos(1000),
                Samples.NOW.plusNanos(2000),
                Optional.of(Samples.NOW.plusNanos(3000)),
                DeliveryState.QUEUED,
                3,
                Optional.of(Texts.LINES),
                Optional.empty(),
                0);
        Stream<OutboxMessage> settled = Stream.of(DeliveryState.values())
                .map(state -> sample().settled(state, Optional.of("550 no such user"), Samples.NOW.plusSeconds(5)));
        Stream<OutboxMessage> event = Stream.of(samples.message(Lane.EVENT, "event", Optional.empty(), Samples.NOW));
        return Stream.concat(Stream.of(full), Stream.concat(settled, event)).toList();
    }

    @Override
    final OutboxMessage changed(OutboxMessage message) {
        return message.retried(Samples.NOW.plusSeconds(600), Texts.LINES);
    }

    @Override
    final OutboxMessage twin(OutboxMessage message) {
        return message.settled(DeliveryState.DROPPED, Optional.empty(), Samples.NOW);
    }

    @Test
    @DisplayName("STO-25 the newest message of a kind is found for each person who has one")
    void theNewestMessageIsFound() {
        Principal ann = Principal.of(samples.contact("Ann").id());
        Principal nobody = Principal.of(samples.contact("Nobody").id());
        stored(message("invitation", JOE, 1));
        OutboxMessage joes = stored(message("invitation", JOE, 3));
        stored(message("invitation", JOE, 2));
        stored(message("magic_link", JOE, 9));
        OutboxMessage one = stored(message("invitation", ann, 5));
        OutboxMessage two = stored(message("invitation", ann, 5));
        OutboxMessage anns = Orders.newestFirst(List.of(one, two), OutboxMessage::createdAt, OutboxMessage::id)
                .get(0);

        see(view -> {
            assertThat(view.outbox().newest("invitation", Set.of(JOE, ann, nobody)))
                    .isEqualTo(Map.of(JOE, joes, ann, anns));
            assertThat(view.outbox().newest("invitation", Set.of())).isEmpty();
            assertThat(view.outbox().newest("other", Set.of(JOE))).isEmpty();
        });
        see(
                storedPractice().scope(),
                view -> assertThat(view.outbox().newest("invitation", Set.of(JOE)))
                        .isEmpty());
    }

    private OutboxMessage message(String kind, Principal to, int seconds) {
        Instant at = Samples.NOW.plusSeconds(seconds);
        return samples.message(Lane.SIGN_IN, kind, Optional.of(to), at);
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.StorageException.StaleVersion;
import org.clientportal.storage.SystemUnit.Owned;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Claiming due messages: STO-40, STO-42 and STO-43. Claims reach every practice, so these tests run one after another, some hours
 * before the time of all other tests: their messages are not due then, and not put off for too long either.
 */
@ResourceLock("org.clientportal.storage.tck.claims")
public abstract class ClaimsSuite extends StorageSuite {
    private static final Instant THEN = Samples.NOW.minus(Duration.ofHours(12));
    private static final Instant LEASE = THEN.plusSeconds(300);
    private static final Instant LATER = LEASE.plus(Duration.ofHours(10));

    protected ClaimsSuite() {}

    /** What earlier tests left due would come first. */
    @BeforeEach
    void takeLeftoversAway() {
        for (Lane lane : Lane.values()) {
            while (!claim(lane, LEASE.plusSeconds(3600), LATER, 500).isEmpty()) {
                // Claimed for so long that no test finds it due.
            }
        }
    }

    @Test
    @DisplayName("STO-40 due messages are claimed by how long they are due, up to the limit, with their practice")
    void dueMessagesAreClaimedInOrder() {
        OutboxMessage third = due(Lane.NOTICE, 3);
        OutboxMessage first = due(Lane.NOTICE, 1);
        OutboxMessage second = due(Lane.NOTICE, 2);
        due(Lane.NOTICE, 11);

        List<Owned<OutboxMessage>> two = claim(Lane.NOTICE, at(10), LEASE, 2);
        List<Owned<OutboxMessage>> rest = claim(Lane.NOTICE, at(10), LEASE, 2);

        assertThat(two).containsExactly(owned(first.claimed(LEASE)), owned(second.claimed(LEASE)));
        assertThat(rest).containsExactly(owned(third.claimed(LEASE)));
        see(view -> assertThat(view.outbox().find(first.id())).contains(first.claimed(LEASE)));
    }

    @Test
    @DisplayName("STO-40 an old message that waits again comes after those that are due longer")
    void whatWasPutOffComesLater() {
        OutboxMessage old = due(Lane.NOTICE, 1);
        OutboxMessage putOff = write(unit -> unit.outbox().update(old.retried(at(5), "later")));
        OutboxMessage young = due(Lane.NOTICE, 3);

        assertThat(claim(Lane.NOTICE, at(10), LEASE, 9))
                .containsExactly(owned(young.claimed(LEASE)), owned(putOff.claimed(LEASE)));
    }

    @Test
    @DisplayName("STO-40 a message is due from its instant on")
    void aMessageIsDueFromItsInstantOn() {
        due(Lane.NOTICE, 10);

        assertThat(claim(Lane.NOTICE, at(10).minusNanos(1000), LEASE, 9)).isEmpty();
        assertThat(claim(Lane.NOTICE, at(10), LEASE, 9)).hasSize(1);
    }

    @Test
    @DisplayName("STO-40 messages of another lane, and settled ones, are not claimed")
    void otherLanesAreLeftAlone() {
        due(Lane.EVENT, 1);
        OutboxMessage sent = due(Lane.NOTICE, 1);
        change(unit -> unit.outbox().update(sent.settled(DeliveryState.SENT, Optional.empty(), at(2))));
        OutboxMessage signIn = due(Lane.SIGN_IN, 1);

        assertThat(claim(Lane.NOTICE, at(10), LEASE, 9)).isEmpty();
        assertThat(claim(Lane.SIGN_IN, at(10), LEASE, 9)).containsExactly(owned(signIn.claimed(LEASE)));
    }

    @Test
    @DisplayName("STO-40 messages of all practices are claimed, each with its own")
    void allPracticesAreServed() {
        OutboxMessage mine = due(Lane.NOTICE, 1);
        Samples elsewhere = storedPractice();
        OutboxMessage theirs = elsewhere.message(Lane.NOTICE, "notice", Optional.empty(), at(2));
        change(elsewhere.scope(), unit -> unit.outbox().insert(theirs));

        assertThat(claim(Lane.NOTICE, at(10), LEASE, 9))
                .containsExactly(
                        owned(mine.claimed(LEASE)),
                        new Owned<>(elsewhere.practice().id(), theirs.claimed(LEASE)));
    }

    @Test
    @Tag("promise:P26")
    @DisplayName("STO-40 a claimed message is due again from the end of its lease on")
    void aLostMessageIsClaimedAgain() {
        OutboxMessage message = due(Lane.NOTICE, 1);
        claim(Lane.NOTICE, at(10), LEASE, 9);

        assertThat(claim(Lane.NOTICE, LEASE.minusNanos(1000), LATER, 9)).isEmpty();
        assertThat(claim(Lane.NOTICE, LEASE, LATER, 9))
                .containsExactly(owned(message.claimed(LEASE).claimed(LATER)));
    }

    @Test
    @Tag("promise:P28")
    @DisplayName("STO-40 what is put off or claimed for longer than the longest wait is due: a wrong clock did it")
    void whatAWrongClockPutOffIsDue() {
        Instant horizon = at(10).plus(OutboxMessage.LONGEST_WAIT);
        OutboxMessage message = due(Lane.EVENT, 1);
        OutboxMessage claimed =
                claim(Lane.EVENT, at(10), horizon.plusNanos(1000), 9).get(0).item();

        assertThat(claim(Lane.EVENT, at(10), horizon, 9)).containsExactly(owned(claimed.claimed(horizon)));
        assertThat(claim(Lane.EVENT, at(10), LEASE, 9))
                .as("as late as it may be: %s", message.id())
                .isEmpty();
    }

    @Test
    @Tag("promise:P26")
    @DisplayName("STO-40 four that claim at once get each message once, and all of them")
    void eachMessageIsHandedToOne() {
        List<OutboxMessage> messages =
                IntStream.range(0, 40).mapToObj(i -> due(Lane.NOTICE, i)).toList();

        List<Ending<List<Owned<OutboxMessage>>>> endings =
                raceAcross(system -> system.claimDue(Lane.NOTICE, at(100), LEASE, 10));
        List<Owned<OutboxMessage>> left = claim(Lane.NOTICE, at(100), LEASE, 100);

        assertThat(Ending.failures(endings)).isEmpty();
        assertThat(Stream.concat(Ending.results(endings).stream().flatMap(List::stream), left.stream()))
                .extracting(owned -> owned.item().id())
                .containsExactlyInAnyOrderElementsOf(
                        messages.stream().map(OutboxMessage::id).toList());
    }

    @Test
    @DisplayName("STO-42 a claim that was lost is noticed when the message is settled")
    void aLostClaimIsNoticed() {
        OutboxMessage first = due(Lane.NOTICE, 1).claimed(LEASE);
        claim(Lane.NOTICE, at(10), LEASE, 9);
        OutboxMessage second = claim(Lane.NOTICE, LEASE, LATER, 9).get(0).item();

        assertFails(unit -> unit.outbox().update(first.settled(DeliveryState.SENT, Optional.empty(), LEASE)))
                .isInstanceOf(StaleVersion.class);
        change(unit -> unit.outbox().update(second.settled(DeliveryState.SENT, Optional.empty(), LEASE)));

        see(view -> assertThat(view.outbox().find(first.id()))
                .map(OutboxMessage::state)
                .contains(DeliveryState.SENT));
    }

    @Test
    @DisplayName("STO-43 of a client's events only the oldest that is queued is claimed, until it is settled")
    void eventsOfAClientAreClaimedInOrder() {
        ClientId acme = add(samples.client("Acme")).id();
        ClientId diner = add(samples.client("Diner")).id();
        OutboxMessage first = event(acme, 1);
        OutboxMessage second = event(acme, 2);
        OutboxMessage other = event(diner, 3);

        assertThat(claim(Lane.EVENT, at(10), LEASE, 9))
                .containsExactly(owned(first.claimed(LEASE)), owned(other.claimed(LEASE)));
        assertThat(claim(Lane.EVENT, at(10), LEASE, 9))
                .as("while the first is claimed")
                .isEmpty();
        OutboxMessage retried =
                write(unit -> unit.outbox().update(first.claimed(LEASE).retried(at(500), "later")));
        assertThat(claim(Lane.EVENT, at(10), LEASE, 9))
                .as("while the first waits")
                .isEmpty();
        change(unit -> unit.outbox().update(retried.settled(DeliveryState.SENT, Optional.empty(), at(9))));
        assertThat(claim(Lane.EVENT, at(10), LEASE, 9)).containsExactly(owned(second.claimed(LEASE)));
    }

    @Test
    @DisplayName("STO-43 four that claim at once get no event of a client beside its oldest")
    void theSecondEventIsNotClaimedBesideTheFirst() {
        ClientId acme = add(samples.client("Acme")).id();
        OutboxMessage first = event(acme, 1);
        event(acme, 2);

        List<Ending<List<Owned<OutboxMessage>>>> endings =
                raceAcross(system -> system.claimDue(Lane.EVENT, at(10), LEASE, 9));

        assertThat(Ending.failures(endings)).isEmpty();
        assertThat(Ending.results(endings).stream().flatMap(List::stream)).containsExactly(owned(first.claimed(LEASE)));
    }

    @Test
    @DisplayName("STO-43 events of no client, and notices of one, hold back nothing")
    void otherMessagesHoldBackNothing() {
        OutboxMessage free = due(Lane.EVENT, 1);
        OutboxMessage alsoFree = due(Lane.EVENT, 2);
        ClientId acme = add(samples.client("Acme")).id();
        OutboxMessage notice = of(acme, samples.message(Lane.NOTICE, "notice", Optional.empty(), at(1)));
        OutboxMessage next = of(acme, samples.message(Lane.NOTICE, "notice", Optional.empty(), at(2)));
        change(unit -> {
            unit.outbox().insert(notice);
            unit.outbox().insert(next);
        });

        assertThat(claim(Lane.EVENT, at(10), LEASE, 9))
                .containsExactly(owned(free.claimed(LEASE)), owned(alsoFree.claimed(LEASE)));
        assertThat(claim(Lane.NOTICE, at(10), LEASE, 9))
                .containsExactly(owned(notice.claimed(LEASE)), owned(next.claimed(LEASE)));
    }

    private OutboxMessage event(ClientId client, int seconds) {
        OutboxMessage event = of(client, samples.message(Lane.EVENT, "event", Optional.empty(), at(seconds)));
        change(unit -> unit.outbox().insert(event));
        return event;
    }

    private static OutboxMessage of(ClientId client, OutboxMessage message) {
        return new OutboxMessage(
                message.id(),
                message.lane(),
                message.kind(),
                message.to(),
                Optional.of(client),
                message.values(),
                message.sealedSecret(),
                message.createdAt(),
                message.dueAt(),
                message.expiresAt(),
                message.state(),
                message.attempts(),
                message.failure(),
                message.settledAt(),
                message.version());
    }

    private OutboxMessage due(Lane lane, int seconds) {
        OutboxMessage message = samples.message(lane, "notice", Optional.empty(), at(seconds));
        change(unit -> unit.outbox().insert(message));
        return message;
    }

    private Owned<OutboxMessage> owned(OutboxMessage message) {
        return new Owned<>(samples.practice().id(), message);
    }

    private List<Owned<OutboxMessage>> claim(Lane lane, Instant now, Instant leaseUntil, int limit) {
        return system(system -> system.claimDue(lane, now, leaseUntil, limit));
    }

    private static Instant at(int seconds) {
        return THEN.plusSeconds(seconds);
    }
}

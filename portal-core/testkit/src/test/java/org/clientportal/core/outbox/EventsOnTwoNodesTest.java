package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientportal.core.Ids;
import org.clientportal.core.access.Policy;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.Happened;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.event.PortalListener;
import org.clientportal.core.unit.Effects;
import org.clientportal.core.unit.Units;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.outbox.Lane;
import org.clientportal.storage.PortalStorage;
import org.clientportal.testkit.Race;
import org.clientportal.testkit.World;
import org.clientportal.testkit.jdbc.PostgresUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two nodes of an embedder's on one PostgreSQL tell their listeners what happened: all of it, in order for each client. */
@Tag("full")
@Tag("promise:P26")
@Timeout(120)
class EventsOnTwoNodesTest {
    private static final int CLIENTS = 10;
    private static final int EVENTS = 400;

    private final PortalStorage one = new PostgresUnderTest().open();
    private final PortalStorage two = new PostgresUnderTest().open();
    private final World world = new World(one);
    private final List<Happened> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    /** A node that writes, tells its listener, or both. */
    private final class Node {
        private final Units units;
        private final Dispatcher dispatcher;

        Node(PortalStorage storage, PortalListener listener) {
            units = new Units(
                    storage, world.clock(), Ids.timeOrdered(), Policy.published(), new Effects(true, () -> {}));
            dispatcher = new Dispatcher(units, new Listeners(List.of(listener)), DeliveryListener.NONE);
        }

        void happens(Client client, int step) {
            units.write(world.admin(), work -> {
                work.happened(PortalEvent.at(client.id(), EventType.CLIENT_CHANGED, client.id())
                        .with("step", step));
                return true;
            });
        }

        int tell() {
            int told = 0;
            while (dispatcher.deliverNext(Lane.EVENT, units.now())) {
                told++;
            }
            return told;
        }
    }

    @Test
    void whatTwoNodesTellAtOnceIsToldOnceAndInOrderForEachClient() {
        // given
        CountDownLatch bothAtWork = new CountDownLatch(2);
        PortalListener listener = happened -> {
            heard.add(happened);
            bothAtWork.countDown();
            waitFor(bothAtWork);
        };
        Node first = new Node(one, listener);
        Node second = new Node(two, listener);
        List<Client> clients = clients();
        for (int step = 0; step < EVENTS / CLIENTS; step++) {
            world.clock().forward(Duration.ofMillis(1));
            for (Client client : clients) {
                (step % 2 == 0 ? first : second).happens(client, step);
            }
        }

        // when
        tellAll(first, second);

        // then
        assertThat(heard).hasSize(EVENTS).extracting(Happened::id).doesNotHaveDuplicates();
        assertThat(steps())
                .hasSize(CLIENTS)
                .allSatisfy((client, steps) -> assertThat(steps)
                        .isEqualTo(IntStream.range(0, EVENTS / CLIENTS).boxed().toList()));
    }

    @Test
    void whatANodeDiedInTheMiddleOfIsToldByTheOtherAndThenWhatFollows() {
        // given a node that dies in telling the second of three events
        Client acme = world.client("Acme");
        Node dying = new Node(one, happened -> {
            heard.add(happened);
            if (step(happened) == 1) {
                throw new StackOverflowError("the end of this node");
            }
        });
        Node other = new Node(two, heard::add);
        for (int step = 0; step < 3; step++) {
            world.clock().forward(Duration.ofMillis(1));
            dying.happens(acme, step);
        }
        assertThatThrownBy(dying::tell).isInstanceOf(StackOverflowError.class);

        // when
        int before = other.tell();
        world.clock().forward(Dispatcher.CLAIM);
        int after = other.tell();

        // then
        assertThat(before).as("while it may still be told").isZero();
        assertThat(after).isEqualTo(2);
        assertThat(steps().get(acme.id())).containsExactly(0, 1, 1, 2);
        assertThat(heard.get(1).id()).isEqualTo(heard.get(2).id());
    }

    @Test
    void aNodeThatTellsForLongerThanItsClaimHasTheEventToldAgainAndNoneLost() throws Exception {
        // given
        Client acme = world.client("Acme");
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        Node still = new Node(one, happened -> {
            heard.add(happened);
            telling.countDown();
            waitFor(awake);
        });
        Node other = new Node(two, heard::add);
        for (int step = 0; step < 3; step++) {
            world.clock().forward(Duration.ofMillis(1));
            still.happens(acme, step);
        }
        CompletableFuture<Integer> late = CompletableFuture.supplyAsync(still::tell);
        telling.await();

        // when
        assertThat(other.tell()).as("within the claim").isZero();
        world.clock().forward(Dispatcher.CLAIM);
        int told = other.tell();
        awake.countDown();
        late.join();

        // then
        assertThat(told).isEqualTo(3);
        assertThat(steps().get(acme.id())).containsExactly(0, 0, 1, 2);
        assertThat(other.tell() + still.tell()).isZero();
    }

    private List<Client> clients() {
        return IntStream.range(0, CLIENTS)
                .mapToObj(i -> world.client("Client " + i))
                .toList();
    }

    /** Until nothing is left: who finds all clients in the other's hands stops early. */
    private static void tellAll(Node first, Node second) {
        List<Integer> told = Race.of(first::tell, second::tell);
        while (told.get(0) + told.get(1) > 0) {
            told = Race.of(first::tell, second::tell);
        }
    }

    private Map<ClientId, List<Integer>> steps() {
        return heard.stream()
                .collect(Collectors.groupingBy(
                        happened -> happened.event().client().orElseThrow(),
                        Collectors.mapping(EventsOnTwoNodesTest::step, Collectors.toList())));
    }

    private static int step(Happened happened) {
        return Integer.parseInt(happened.event().details().get("step"));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

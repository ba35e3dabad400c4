package org.clientportal.host.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.clientportal.core.Actor;
import org.clientportal.core.outbox.Dispatcher;
import org.clientportal.host.mail.Mailroom.Node;
import org.clientportal.host.mail.ScriptedServer.Answer;
import org.clientportal.host.mail.ScriptedServer.Talk;
import org.clientportal.model.Principal;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.Race;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The outbox of two nodes whose mail server is down, takes some mails and not others, or keeps a mail for longer than its claim. */
@Tag("rule:NO-1")
@Tag("promise:P26")
@Timeout(120)
class BadMailServerTest {
    private static final int MAILS = 1_000;
    private static final int TRIES = 10;

    /** What a server may do with a mail, time after time, so that nobody knows whether it will ever take it. */
    private static final List<Map.Entry<String, Answer>> POISONS = List.of(
            Map.entry("RCPT", talk -> talk.say(451)),
            Map.entry("RCPT", talk -> talk.say(421)),
            Map.entry("RCPT", Talk::hangsUp),
            Map.entry("RCPT", Talk::breaksOff),
            Map.entry("RCPT", talk -> talk.write("what?\r\n")),
            Map.entry("DATA", talk -> talk.say(452)),
            Map.entry(ScriptedServer.END, talk -> talk.say(451)),
            Map.entry(ScriptedServer.END, Talk::hangsUp),
            Map.entry(ScriptedServer.END, Talk::breaksOff),
            Map.entry(ScriptedServer.END, talk -> {
                talk.write("250-and\r\n");
                talk.hangsUp();
            }));

    @Test
    void of_1000_mails_10_are_poison_and_delay_no_other_and_end_parked_where_staff_see_them() {
        PortalStorage storage = MemoryStorage.create();
        thenPoisonDelaysNoOther(storage, storage);
    }

    @Test
    @Tag("full")
    void so_it_is_with_two_nodes_on_one_postgresql() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                PortalStorage one = postgres(server);
                PortalStorage two = postgres(server)) {
            thenPoisonDelaysNoOther(one, two);
        }
    }

    private static PortalStorage postgres(EmbeddedPostgres server) {
        String url = server.getJdbcUrl("postgres", "postgres");
        return JdbcStorage.postgres(url, "postgres", "postgres").migrate().build();
    }

    private static void thenPoisonDelaysNoOther(PortalStorage one, PortalStorage two) {
        Mailroom room = new Mailroom(one);
        Client client = room.world.client("Acme");
        List<Actor> well = people(room, client, "Well");
        List<Actor> sick = people(room, client, "Sick");
        try (ScriptedServer server = new ScriptedServer(BadMailServerTest::poisonsTheSick)) {
            Node first = room.new Node(one, server.port());
            Node second = room.new Node(two, server.port());

            // given
            List<MessageId> good = new ArrayList<>();
            Map<MessageId, Actor> poison = new HashMap<>();
            for (int i = 0; i < MAILS; i++) {
                int person = i / (MAILS / POISONS.size());
                if (i % (MAILS / POISONS.size()) == 0) {
                    poison.put(room.queue(sick.get(person)), sick.get(person));
                } else {
                    good.add(room.queue(well.get(person)));
                }
            }

            // when both nodes are at work, then all good ones arrive in the same minute, each once
            deliver(first, second);
            List<String> arrived = good.stream().map(Mailroom::messageId).toList();
            assertThat(server.taken()).containsExactlyInAnyOrderElementsOf(arrived);

            // when the others are tried again for as long as they are due
            while (poison.keySet().stream().anyMatch(id -> room.stored(id).state() == DeliveryState.QUEUED)) {
                room.world.clock().set(newest(room, poison.keySet()));
                deliver(first, second);
            }

            // then each was tried so often, lies where staff see it, and nothing else was sent
            assertThat(poison.keySet()).allSatisfy(id -> {
                assertThat(room.stored(id).state()).isEqualTo(DeliveryState.FAILED);
                assertThat(room.stored(id).attempts()).isEqualTo(TRIES);
            });
            assertThat(server.tried().stream().filter(to -> to.startsWith("sick")))
                    .hasSize(TRIES * POISONS.size());
            assertThat(server.taken()).hasSize(good.size());
            assertThat(undelivered(room, DeliveryState.FAILED))
                    .containsExactlyInAnyOrderElementsOf(
                            sick.stream().map(World::contactId).toList());
            assertThat(first.deliver() + second.deliver()).isZero();
        }
    }

    private static Answer poisonsTheSick(String step, Talk talk) {
        if (!talk.recipient().startsWith("sick")) {
            return ScriptedServer.usual(step);
        }
        Map.Entry<String, Answer> poison = POISONS.get(talk.recipient().charAt("sick.".length()) - '0');
        return poison.getKey().equals(step) ? poison.getValue() : ScriptedServer.usual(step);
    }

    private static Instant newest(Mailroom room, Collection<MessageId> messages) {
        return messages.stream()
                .map(id -> room.stored(id).dueAt())
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<Actor> people(Mailroom room, Client client, String name) {
        return IntStream.range(0, POISONS.size())
                .mapToObj(i -> room.world.contact(name + " " + i, client))
                .toList();
    }

    private static void deliver(Node first, Node second) {
        Race.of(first::deliver, second::deliver);
    }

    private static List<ContactId> undelivered(Mailroom room, DeliveryState state) {
        return room.world.portal().undelivered().list(room.world.admin(), state, PageRequest.first(50)).items().stream()
                .flatMap(line -> line.message().to().flatMap(Principal::contact).stream())
                .toList();
    }

    @Test
    void what_is_refused_for_good_is_tried_once_and_delays_no_other() {
        Mailroom room = new Mailroom(MemoryStorage.create());
        Client client = room.world.client("Acme");
        Actor gone = room.world.contact("Gone Away", client);
        Actor jane = room.world.contact("Jane Doe", client);
        try (ScriptedServer server = new ScriptedServer(
                (step, talk) -> step.equals("RCPT") && talk.recipient().startsWith("gone")
                        ? refusal -> refusal.say(550)
                        : ScriptedServer.usual(step))) {
            // given
            MessageId refused = room.queue(gone);
            MessageId good = room.queue(jane);

            // when
            room.new Node(room.world.storage(), server.port()).deliver();

            // then
            assertThat(server.taken()).containsExactly(Mailroom.messageId(good));
            assertThat(room.stored(refused).state()).isEqualTo(DeliveryState.BOUNCED);
            assertThat(room.stored(refused).failure()).contains("The mail server refused it with 550.");
            assertThat(undelivered(room, DeliveryState.BOUNCED)).containsExactly(World.contactId(gone));
        }
    }

    @Test
    void while_the_server_is_down_mails_wait_and_each_arrives_once_when_it_is_back() throws IOException {
        Mailroom room = new Mailroom(MemoryStorage.create());
        Actor jane = room.world.contact("Jane Doe", room.world.client("Acme"));
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Node first = room.new Node(room.world.storage(), port);
        Node second = room.new Node(room.world.storage(), port);

        // given
        List<MessageId> mails =
                IntStream.range(0, 20).mapToObj(i -> room.queue(jane)).toList();
        deliver(first, second);
        assertThat(mails).allSatisfy(id -> {
            assertThat(room.stored(id).state()).isEqualTo(DeliveryState.QUEUED);
            assertThat(room.stored(id).failure()).contains("The mail server cannot be reached.");
        });

        // when
        try (ScriptedServer back = new ScriptedServer("127.0.0.1", port, (step, talk) -> ScriptedServer.usual(step))) {
            room.world.clock().set(newest(room, mails));
            deliver(first, second);

            // then
            assertThat(back.taken())
                    .containsExactlyInAnyOrderElementsOf(
                            mails.stream().map(Mailroom::messageId).toList());
        }
    }

    @Test
    void a_server_that_takes_mails_without_saying_so_gets_them_ten_times_at_most_with_the_same_id() {
        Mailroom room = new Mailroom(MemoryStorage.create());
        Actor jane = room.world.contact("Jane Doe", room.world.client("Acme"));
        try (ScriptedServer server = ScriptedServer.at(ScriptedServer.END, talk -> {
            talk.keeps();
            talk.hangsUp();
        })) {
            // given
            Node node = room.new Node(room.world.storage(), server.port());
            MessageId mail = room.queue(jane);

            // when
            while (room.stored(mail).state() == DeliveryState.QUEUED) {
                room.world.clock().set(room.stored(mail).dueAt());
                node.deliver();
            }

            // then
            assertThat(room.stored(mail).state()).isEqualTo(DeliveryState.FAILED);
            assertThat(server.taken()).hasSize(TRIES).containsOnly(Mailroom.messageId(mail));
        }
    }

    @Test
    void a_node_that_stands_still_beyond_its_claim_is_no_reason_to_lose_a_mail_which_then_comes_twice()
            throws Exception {
        Mailroom room = new Mailroom(MemoryStorage.create());
        Actor jane = room.world.contact("Jane Doe", room.world.client("Acme"));
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch awake = new CountDownLatch(1);
        try (ScriptedServer slow = ScriptedServer.at(ScriptedServer.END, talk -> {
                    talk.keeps();
                    taken.countDown();
                    waitFor(awake);
                    talk.say(250);
                });
                ScriptedServer quick = new ScriptedServer((step, talk) -> ScriptedServer.usual(step))) {
            // given a node that was told nothing yet of a mail that its server took
            Node first = room.new Node(room.world.storage(), slow.port());
            Node second = room.new Node(room.world.storage(), quick.port());
            MessageId mail = room.queue(jane);
            CompletableFuture<Integer> still = CompletableFuture.supplyAsync(first::deliver);
            taken.await();

            // when the claim has not ended, then nobody else sends it
            room.world.clock().forward(Dispatcher.CLAIM.minusSeconds(1));
            assertThat(second.deliver()).isZero();

            // when it has, then another node sends it, and the first notes nothing over that
            room.world.clock().forward(Duration.ofSeconds(1));
            assertThat(second.deliver()).isOne();
            OutboxMessage sent = room.stored(mail);
            awake.countDown();
            still.join();
            assertThat(slow.taken()).isEqualTo(quick.taken()).containsExactly(Mailroom.messageId(mail));
            assertThat(sent.state()).isEqualTo(DeliveryState.SENT);
            assertThat(room.stored(mail)).isEqualTo(sent);
        }
    }

    private static void waitFor(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}

package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.core.Actor;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.Happened;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.Lane;
import org.clientportal.storage.memory.MemoryStorage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An embedder's listeners hear what happened, after the commit, at least once, in order for each client. */
@Tag("promise:P26")
class ListenersTest {
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Client acme = post.world.client("Acme");
    private final Client beta = post.world.client("Beta");
    private final List<Happened> heard = new ArrayList<>();

    @Test
    @Tag("rule:PR-7")
    void aListenerHearsWhatHappenedAndWhoDidIt() {
        // given
        post.listeners.add(heard::add);

        // when
        happens(acme, "1");
        post.deliver(Lane.EVENT);

        // then
        Happened happened = heard.get(0);
        assertThat(happened.event())
                .isEqualTo(PortalEvent.at(acme.id(), EventType.CLIENT_CHANGED, acme.id())
                        .with("step", "1"));
        assertThat(happened.actor()).isEqualTo(post.world.admin().principal());
        assertThat(happened.practice()).isEqualTo(post.world.practiceId());
        assertThat(happened.at()).isEqualTo(post.units.now());
    }

    @Test
    void eventsOfAClientAreToldInTheirOrder() {
        // given
        post.listeners.add(heard::add);

        // when
        happens(acme, "1");
        happens(acme, "2");
        happens(acme, "3");
        post.deliver(Lane.EVENT);

        // then
        assertThat(steps(acme)).containsExactly("1", "2", "3");
    }

    @Test
    void aFailingListenerHoldsBackLaterEventsOfTheSameClientOnly() {
        // given
        boolean[] failing = {true};
        post.listeners.add(happened -> {
            if (failing[0] && concerns(acme, happened) && step(happened).equals("1")) {
                throw new IllegalStateException("not yet");
            }
            heard.add(happened);
        });

        // when
        happens(acme, "1");
        happens(acme, "2");
        happens(beta, "1");
        post.deliver(Lane.EVENT);
        happens(acme, "3");
        post.deliver(Lane.EVENT);

        // then
        assertThat(steps(beta)).containsExactly("1");
        assertThat(steps(acme)).isEmpty();

        // when
        failing[0] = false;
        post.deliver(Lane.EVENT);
        assertThat(steps(acme)).as("before the first is due again").isEmpty();
        post.world.clock().forward(Duration.ofMinutes(1));
        post.deliver(Lane.EVENT);

        // then
        assertThat(steps(acme)).containsExactly("1", "2", "3");
    }

    @Test
    void anEventThatIsBeingToldHoldsBackTheNextOneOfItsClientOnEveryNode() {
        // given
        post.listeners.add(happened -> {
            if (heard.isEmpty()) {
                heard.add(happened);
                post.deliver(Lane.EVENT);
                heard.add(happened);
            } else {
                heard.add(happened);
            }
        });
        happens(acme, "1");
        happens(acme, "2");

        // when
        post.deliver(Lane.EVENT);

        // then
        assertThat(steps(acme)).containsExactly("1", "1", "2");
    }

    @Test
    void otherListenersHearAnEventThatOneFailsOnAndAllHearItAgain() {
        // given
        boolean[] failing = {true};
        post.listeners.add(happened -> {
            if (failing[0]) {
                throw new IllegalStateException("not yet");
            }
        });
        post.listeners.add(heard::add);

        // when
        happens(acme, "1");
        post.deliver(Lane.EVENT);
        failing[0] = false;
        post.world.clock().forward(Duration.ofMinutes(1));
        post.deliver(Lane.EVENT);

        // then
        assertThat(steps(acme)).containsExactly("1", "1");
        assertThat(heard.get(0).id()).isEqualTo(heard.get(1).id());
    }

    private void happens(Client client, String step) {
        Actor admin = post.world.admin();
        post.units.write(admin, work -> {
            work.happened(PortalEvent.at(client.id(), EventType.CLIENT_CHANGED, client.id())
                    .with("step", step));
            return true;
        });
    }

    private List<String> steps(Client client) {
        return heard.stream()
                .filter(happened -> concerns(client, happened))
                .map(ListenersTest::step)
                .toList();
    }

    private static String step(Happened happened) {
        return happened.event().details().get("step");
    }

    private static boolean concerns(Client client, Happened happened) {
        return happened.event().client().filter(client.id()::equals).isPresent();
    }
}

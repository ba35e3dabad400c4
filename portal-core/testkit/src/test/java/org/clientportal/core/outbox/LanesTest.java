package org.clientportal.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.job.JobListener;
import org.clientportal.core.job.Jobs;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Notifier;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.Lane;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.PlainMessages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Links and security notices overtake all else, and whatever takes long holds up no other. */
@Timeout(60)
class LanesTest {
    private final Postroom post = new Postroom(MemoryStorage.create());
    private final Client acme = post.world.client("Acme");
    private final Actor.Contact jane = post.customer("Jane Doe", acme);

    @Test
    @Tag("rule:NO-4")
    @Tag("promise:P26")
    void aLinkArrivesWhileANoticeIsStillOnItsWay() throws InterruptedException {
        // given
        CountDownLatch noticeOnItsWay = new CountDownLatch(1);
        CountDownLatch linkArrived = new CountDownLatch(1);
        CountDownLatch noticeArrived = new CountDownLatch(1);
        post.notifier.does(mail -> {
            if (mail.subject().equals("magic_link")) {
                linkArrived.countDown();
                return;
            }
            noticeOnItsWay.countDown();
            waitFor(linkArrived);
            noticeArrived.countDown();
        });
        post.message(Lane.NOTICE, "documents_added", jane).about(acme).commit();
        try (Jobs jobs = jobs()) {
            jobs.start();
            noticeOnItsWay.await();

            // when
            post.link(jane);
            jobs.wake();

            // then
            noticeArrived.await();
        }
        assertThat(post.notifier.accepted()).containsExactlyInAnyOrder("magic_link", "documents_added");
    }

    @Test
    @Tag("rule:NO-1")
    @Tag("promise:P26")
    void aMailThatTakesLongHoldsUpNoOtherOfItsLane() throws InterruptedException {
        // given
        CountDownLatch slowOneOnItsWay = new CountDownLatch(1);
        CountDownLatch othersArrived = new CountDownLatch(2);
        CountDownLatch slowOneArrived = new CountDownLatch(1);
        Notifier notifier = mail -> {
            if (mail.subject().equals("slow")) {
                slowOneOnItsWay.countDown();
                waitFor(othersArrived);
                slowOneArrived.countDown();
            } else {
                othersArrived.countDown();
            }
        };
        post.security("slow", jane);
        try (Portal portal = post.world
                .builder()
                .mail(post.world.keys(), new PlainMessages(), notifier)
                .build()) {
            portal.start();
            slowOneOnItsWay.await();

            // when
            post.security("invitation", jane);
            post.security("password_changed", jane);

            // then
            slowOneArrived.await();
        }
        assertThat(othersArrived.getCount()).isZero();
    }

    private Jobs jobs() {
        return new Jobs(
                List.of(
                        new LaneJob(post.dispatcher(Lane.NOTICE), Lane.NOTICE),
                        new LaneJob(post.dispatcher(Lane.SIGN_IN), Lane.SIGN_IN)),
                post.world.clock(),
                JobListener.NONE);
    }

    private static void waitFor(CountDownLatch latch) throws DeliveryFailed {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("interrupted", false, e);
        }
    }
}

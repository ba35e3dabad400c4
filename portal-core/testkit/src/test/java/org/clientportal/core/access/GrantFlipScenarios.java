package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/**
 * A grant is given and taken as fast as can be while its holder writes and reads. A history is kept of when each step began
 * and ended, and a checker asks of each effect whether there was a grant for it.
 */
@Tag("promise:P16")
class GrantFlipScenarios {
    private static final int FLIPS = Boolean.getBoolean("portal.full") ? 300 : 100;
    private static final int WRITERS = 3;
    /** Each outcome must have been seen so often, else the run proved nothing. */
    private static final int ENOUGH = 20;

    /** One step between two ticks of a clock that all threads share: a grant given or taken, an upload done or refused. */
    private record Step(boolean granted, long begin, long end) {}

    private final AtomicLong ticks = new AtomicLong();

    @Scenario
    @Tag("rule:PM-8")
    void everyUploadLiesInATimeWithAGrant(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        List<Step> flips = new ArrayList<>(List.of(new Step(true, 0, 0)));
        Queue<Step> uploads = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);

        // when
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(CompletableFuture.runAsync(
                    () -> {
                        while (!over.get()) {
                            uploads.add(step(() -> uploaded(world, jane, acme)));
                        }
                    },
                    threads));
        }
        try {
            while (flips.size() <= FLIPS || !enough(uploads)) {
                boolean granted = flips.size() % 2 == 0;
                flips.add(step(() -> set(world, jane, acme, granted)));
                assertThat(writers).noneMatch(CompletableFuture::isCompletedExceptionally);
            }
        } finally {
            over.set(true);
            writers.forEach(CompletableFuture::join);
            threads.shutdown();
        }

        // then
        assertThat(uploads).allMatch(upload -> isPossible(upload, flips));
    }

    @Scenario
    @Tag("rule:PM-8")
    void whatIsAddedAfterAGrantWasTakenIsNeverSeen(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        world.document(world.admin(), acme, FolderKind.ORDINARY, "friend");
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newSingleThreadExecutor();

        // when
        CompletableFuture<Void> reader = CompletableFuture.runAsync(
                () -> {
                    while (!over.get()) {
                        seen.addAll(world.filesSeen(jane, acme));
                    }
                },
                threads);
        try {
            int flips = 0;
            while (flips < FLIPS || seen.size() < ENOUGH) {
                set(world, jane, acme, false);
                Document enemy = world.document(world.admin(), acme, FolderKind.ORDINARY, "enemy");
                world.portal().filing().setVisible(world.admin(), enemy.id(), false, Optional.empty());
                set(world, jane, acme, true);
                flips++;
                assertThat(reader.isCompletedExceptionally()).isFalse();
            }
        } finally {
            over.set(true);
            reader.join();
            threads.shutdown();
        }

        // then
        assertThat(seen).contains("friend").doesNotContain("enemy");
    }

    /** Whether the step may have happened at a moment at which the grant was as its outcome says. */
    private static boolean isPossible(Step upload, List<Step> flips) {
        for (int i = 0; i < flips.size(); i++) {
            long until = i + 1 < flips.size() ? flips.get(i + 1).end() : Long.MAX_VALUE;
            boolean overlaps = flips.get(i).begin() <= upload.end() && upload.begin() <= until;
            if (overlaps && flips.get(i).granted() == upload.granted()) {
                return true;
            }
        }
        return false;
    }

    private Step step(BooleanSupplier work) {
        long begin = ticks.incrementAndGet();
        boolean granted = work.getAsBoolean();
        return new Step(granted, begin, ticks.incrementAndGet());
    }

    private static boolean uploaded(World world, Actor actor, Client client) {
        try {
            world.document(actor, client, FolderKind.ORDINARY, UUID.randomUUID().toString());
            return true;
        } catch (PortalException.NotFound refused) {
            return false;
        }
    }

    private static boolean set(World world, Actor contact, Client client, boolean granted) {
        Terms terms = granted ? Terms.of(Permission.FILES) : Terms.BASE;
        world.portal()
                .assignments()
                .setTerms(world.admin(), World.assignmentId(contact, client), terms, Optional.empty());
        return granted;
    }

    private static boolean enough(Queue<Step> uploads) {
        long done = uploads.stream().filter(Step::granted).count();
        return done >= ENOUGH && uploads.size() - done >= ENOUGH;
    }
}

package org.clientportal.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.unit.Units;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was deleted can be restored for 30 days; then it is gone, bytes and all, unless a legal hold keeps it. */
@Tag("rule:DO-5")
class TrashPurgeTest {
    private static final Duration JUST_OVER = Duration.ofDays(30).plusNanos(1_000);

    private final World world = new World(MemoryStorage.create());
    private final Units units = world.portal().units();
    private final Client acme = world.client("Acme");
    private final Document letter = world.document(world.admin(), acme, FolderKind.ORDINARY, "letter.pdf");

    @Test
    @Tag("promise:P25")
    void after30DaysADocumentIsGoneWithItsBytes() throws IOException {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        world.clock().forward(JUST_OVER);
        purgeAndSweep();

        // then
        assertThat(stored()).isEmpty();
        assertThat(world.content().open(letter.content(), 0)).isEmpty();
    }

    @Test
    @Tag("rule:AU-1")
    void thePurgeIsRecordedAsThePortalsOwnDoing() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        world.clock().forward(JUST_OVER);
        purgeAndSweep();

        // then
        assertThat(world.audited(letter.id()))
                .containsExactly("document_purged", "document_trashed", "document_uploaded");
    }

    @Test
    void untilThenItCanBeRestored() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        world.clock().forward(JUST_OVER.minusNanos(2_000));
        purgeAndSweep();
        world.portal().filing().restore(world.admin(), letter.id());

        // then
        world.thenReads(world.admin(), letter, "letter.pdf");
    }

    @Test
    void whatWasRestoredStays() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());
        world.portal().filing().restore(world.admin(), letter.id());

        // when
        world.clock().forward(JUST_OVER);
        purgeAndSweep();

        // then
        world.thenReads(world.admin(), letter, "letter.pdf");
    }

    @Test
    void aLegalHoldOnTheClientKeepsItUntilItIsLifted() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());
        world.portal().filing().hold(world.admin(), acme.id(), Optional.of("lawsuit"));

        // when
        world.clock().forward(Duration.ofDays(400));
        purgeAndSweep();

        // then
        assertThat(stored()).isPresent();

        // when
        world.portal().filing().hold(world.admin(), acme.id(), Optional.empty());
        purgeAndSweep();

        // then
        assertThat(stored()).isEmpty();
    }

    @Test
    @Tag("promise:P16")
    void aHoldThatIsSetOnceItWasFoundKeepsItToo() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());
        world.clock().forward(JUST_OVER);

        // when
        purgeWithAfterTheLook(
                units.now(), () -> world.portal().filing().hold(world.admin(), letter.id(), Optional.of("lawsuit")));

        // then
        assertThat(stored()).isPresent();
    }

    @Test
    @Tag("promise:P16")
    void whatIsRestoredOnceItWasFoundStays() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when found by a node whose clock is ahead
        purgeWithAfterTheLook(
                units.now().plus(JUST_OVER), () -> world.portal().filing().restore(world.admin(), letter.id()));

        // then
        world.thenReads(world.admin(), letter, "letter.pdf");
    }

    @Test
    void aDownloadedDocumentIsPurgedLikeAnyOther() {
        // given
        Actor.Contact jane = (Actor.Contact) world.contact("Jane Doe", acme, Permission.FILES);
        units.write(Actors.system(world.practiceId()), work -> {
            work.unit().documents().markDownloaded(letter.id(), jane.id(), work.now());
            return true;
        });
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        world.clock().forward(JUST_OVER);
        purgeAndSweep();

        // then
        assertThat(stored()).isEmpty();
    }

    @Test
    void thePortalsOwnJobsDoIt() throws IOException {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        world.clock().forward(JUST_OVER);
        world.portal().runJobsOnce();

        // then
        assertThat(world.content().open(letter.content(), 0)).isEmpty();
    }

    private void purgeAndSweep() {
        new TrashPurge(units).run(units.now());
        new ContentSweep(units, world.content()).run(units.now());
    }

    /** Purges, and somebody does something between the look for what has expired and its removal. */
    private void purgeWithAfterTheLook(Instant now, Runnable meanwhile) {
        AtomicBoolean spent = new AtomicBoolean();
        PortalStorage storage = (PortalStorage) Proxy.newProxyInstance(
                PortalStorage.class.getClassLoader(), new Class<?>[] {PortalStorage.class}, (proxy, method, args) -> {
                    Object result = method.invoke(world.storage(), args);
                    if (method.getName().equals("system") && spent.compareAndSet(false, true)) {
                        meanwhile.run();
                    }
                    return result;
                });
        new TrashPurge(world.builder().storage(storage).build().units()).run(now);
    }

    private Optional<Document> stored() {
        return units.read(world.admin(), work -> work.view().documents().find(letter.id()));
    }
}

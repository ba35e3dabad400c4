package org.clientportal.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.clientportal.core.Actors;
import org.clientportal.core.unit.Units;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.PendingContent;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.DatabaseClock;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node whose clock is ahead deletes nothing for good before its time has come by the database's clock. */
@Tag("promise:P28")
class DeletionTimeTest {
    private static final Duration MONTH = Duration.ofDays(31);

    private final World world = new World(MemoryStorage.create());
    private final Client acme = world.client("Acme");
    private final Document letter = world.document(world.admin(), acme, FolderKind.ORDINARY, "letter.pdf");
    private final Instant right = world.portal().units().now();

    @Test
    @Tag("rule:DO-5")
    void whatIsInTheTrashCanStillBeRestored() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        new TrashPurge(unitsAt(right)).run(right.plus(MONTH));

        // then
        world.portal().filing().restore(world.admin(), letter.id());
        world.thenReads(world.admin(), letter, "letter.pdf");
    }

    @Test
    @Tag("rule:DO-5")
    void itIsPurgedOnceBothClocksSaySo() {
        // given
        world.portal().filing().delete(world.admin(), letter.id());

        // when
        new TrashPurge(unitsAt(right.plus(MONTH).minusSeconds(60))).run(right.plus(MONTH));

        // then
        assertThat(world.audited(letter.id())).contains("document_purged");
    }

    @Test
    @Tag("promise:P25")
    void bytesOfAnUploadUnderWayStay() throws IOException {
        // given
        world.portal().units().write(Actors.system(world.practiceId()), work -> {
            work.unit().documents().delete(letter.id());
            work.unit().pendingContent().insert(new PendingContent(letter.id(), letter.content(), right));
            return true;
        });

        // when
        new ContentSweep(unitsAt(right), world.content()).run(right.plus(MONTH));

        // then
        assertThat(world.content().open(letter.content(), 0)).isPresent();
    }

    private Units unitsAt(Instant databaseTime) {
        return world.builder()
                .storage(new DatabaseClock(world.storage(), databaseTime))
                .build()
                .units();
    }
}

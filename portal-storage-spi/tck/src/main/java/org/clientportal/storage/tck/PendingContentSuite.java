package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.clientportal.model.document.PendingContent;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.SystemUnit.Owned;
import org.clientportal.storage.UniqueKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Bytes that no document names, noted in a time long past in which no other test's are. */
public abstract class PendingContentSuite extends StorageSuite {
    private static final Instant THEN = Instant.parse("1980-02-29T23:59:59.999999Z");

    protected PendingContentSuite() {}

    /** Leftovers would come first in every later run. */
    @AfterEach
    void forgetAll() {
        stale(THEN.plusSeconds(999))
                .forEach(content -> change(unit -> unit.pendingContent().delete(content.id())));
    }

    private PendingContent pending(int seconds) {
        PendingContent content = samples.pendingContent(THEN.plusSeconds(seconds));
        change(unit -> unit.pendingContent().insert(content));
        return content;
    }

    /** This practice's among all stale ones. */
    private List<PendingContent> stale(Instant before) {
        return system(system -> system.stalePendingContent(before, 500)).stream()
                .filter(owned -> owned.practice().equals(samples.practice().id()))
                .map(Owned::item)
                .toList();
    }

    @Test
    @DisplayName("STO-25 stale content comes oldest first, with its practice, and what is no older does not")
    void staleContentComesOldestFirst() {
        PendingContent third = pending(3);
        PendingContent first = pending(1);
        PendingContent second = pending(2);
        pending(4);

        assertThat(stale(THEN.plusSeconds(4))).containsExactly(first, second, third);
        assertThat(this.<List<Owned<PendingContent>>>system(
                        system -> system.stalePendingContent(THEN.plusSeconds(4), 1)))
                .hasSize(1);
    }

    @Test
    @DisplayName("STO-15 what is settled once is missing when it is settled again, by many at once too")
    void contentIsSettledOnce() {
        PendingContent content = pending(1);

        List<Ending<Boolean>> endings = race((unit, runner) -> {
            unit.pendingContent().delete(content.id());
            return true;
        });

        assertThat(Ending.results(endings)).hasSize(1);
        assertThat(Ending.failures(endings)).hasSize(RUNNERS - 1).allMatch(RecordMissing.class::isInstance);
        assertThat(stale(THEN.plusSeconds(9))).isEmpty();
    }

    @Test
    @DisplayName("STO-16 an id can be pending once")
    void anIdIsPendingOnce() {
        PendingContent content = pending(1);
        PendingContent twin = new PendingContent(content.id(), samples.contentKey(), THEN);

        assertFails(unit -> unit.pendingContent().insert(twin))
                .isInstanceOfSatisfying(
                        UniqueViolation.class, e -> assertThat(e.key()).isEqualTo(UniqueKey.ID));
        assertThat(stale(THEN.plusSeconds(9))).containsExactly(content);
    }

    @Test
    @DisplayName("STO-10 from another practice pending content is not settled")
    void otherPracticesCannotSettle() {
        PendingContent content = pending(1);

        assertThatThrownBy(() -> change(
                        storedPractice().scope(), unit -> unit.pendingContent().delete(content.id())))
                .isInstanceOf(RecordMissing.class);
        assertThat(stale(THEN.plusSeconds(9))).containsExactly(content);
    }
}

package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;
import org.clientportal.core.Portal;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.job.ContentSweep;
import org.clientportal.model.document.Trash;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.clientportal.testkit.World;

/**
 * Does an action again and again, with its first call to a store going wrong, then its second, and so on until it gets through
 * before that call is reached; and looks each time at what is left, at once and a day later.
 */
final class Enumeration {
    /** No action makes as many calls; one that seems to goes round in circles. */
    private static final int TOO_MANY = 2_000;

    private final World world;
    private final PortalStorage storage;
    private final Portal portal;

    Enumeration(World world) {
        this.world = world;
        this.storage = new OnePractice(world.storage(), world.practiceId());
        this.portal = world.builder().storage(storage).build();
    }

    /** Has each call go wrong in this way. */
    void run(Supplier<? extends Action> actions, Fault fault) {
        int call = 0;
        boolean reached = true;
        while (reached) {
            call++;
            assertThat(call).isLessThan(TOO_MANY);
            reached = run(actions.get(), Faults.at(call, fault));
        }
        assertThat(call).as("calls of which each went wrong").isGreaterThan(1);
    }

    private boolean run(Action action, Faults faults) {
        try {
            Stage stage = emptied();
            action.given(stage);
            Ending ending = act(action, stage, faults);
            if (!faults.struck() || faults.fault() == Fault.CONFLICT) {
                assertThat(ending).isEqualTo(Ending.DONE);
            }
            stage.thenRowsAndBytesAgree();
            action.thenWhole(stage, ending);

            aDayLater(stage);
            stage.thenRowsAndBytesAgree();
            stage.thenNothingIsLeftOver();
            action.thenWhole(stage, ending);

            action.thenAgain(stage);
            stage.thenRowsAndBytesAgree();
            return faults.reached();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(action + ", " + faults + ": " + e.getMessage(), e);
        }
    }

    private Ending act(Action action, Stage stage, Faults faults) {
        ContentStore content = new FaultyContent(world.content(), faults);
        Portal faulty = world.builder()
                .storage(new FaultyStorage(storage, faults))
                .content(content)
                .build();
        try {
            action.act(stage, new Site(faulty, content, faults));
            return Ending.DONE;
        } catch (PortalException refused) {
            assertThat(refused).isInstanceOfAny(PortalException.Unavailable.class, PortalException.Invalid.class);
            return refused.code() == CoreError.OUTCOME_UNKNOWN ? Ending.UNKNOWN : Ending.REFUSED;
        } catch (Fault.Crashed dead) {
            return Ending.UNKNOWN;
        }
    }

    /** The next run's place, with nothing in the trash that would be purged in it. */
    private Stage emptied() {
        world.clock().forward(Trash.KEPT.plusDays(1));
        Stage stage = new Stage(world, portal);
        stage.right().purge();
        stage.right().sweep();
        return stage;
    }

    /** When the last round of the sweep within a day has gone by. */
    private void aDayLater(Stage stage) {
        Duration pause = new ContentSweep(portal.units(), world.content()).every();
        world.clock().forward(Duration.ofHours(24).minus(pause));
        stage.right().purge();
        stage.right().sweep();
    }
}

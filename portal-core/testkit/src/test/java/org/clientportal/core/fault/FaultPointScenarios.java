package org.clientportal.core.fault;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.clientportal.core.Actor;
import org.clientportal.model.contact.Permission;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/**
 * Whatever goes wrong at whichever call to a store: a document has its bytes, bytes are named by a row and go within a day if
 * no document names them, what was acknowledged is there, and the rest is there whole or not at all. Every call of each action
 * goes wrong once in each way of {@link Fault}.
 */
@Tag("rule:DO-6")
@Tag("promise:P25")
@Tag("promise:P28")
class FaultPointScenarios {
    /** Those that find most, where not all are tried. */
    private static final Set<Fault> QUICK = EnumSet.of(Fault.ANSWER_LOST, Fault.CRASH);

    @Scenario
    void anUploadOutlivesAFaultAtEachOfItsCalls(World world) {
        everyFault(world, () -> new UploadOf(stage -> stage.world().admin(), "letter.pdf"));
    }

    @Scenario
    @Tag("full")
    @Tag("promise:P24")
    void ofSeveralFilesThoseThatWereTakenStayWhateverBecomesOfTheOthers(World world) {
        everyFault(world, () -> new UploadOf(FaultPointScenarios::contact, "one.pdf", "two.pdf"));
    }

    @Scenario
    void whatARefusedUploadLeavesIsGoneWhateverStopsItFromClearingUp(World world) {
        everyFault(world, RefusedUpload::new);
    }

    @Scenario
    void aDeletionIsDoneOrNot(World world) {
        everyFault(world, () -> new Move(true));
    }

    @Scenario
    void aRestoreIsDoneOrNot(World world) {
        everyFault(world, () -> new Move(false));
    }

    @Scenario
    @Tag("rule:DO-5")
    void whatIsPurgedIsGoneWithItsBytesADayLater(World world) {
        everyFault(world, Erasure::new);
    }

    @Scenario
    void aSweepThatFailsIsMadeUpForAndTakesNothingFromAnUpload(World world) {
        everyFault(world, SweepBesideUpload::new);
    }

    private static void everyFault(World world, Supplier<Action> actions) {
        for (Fault fault : Boolean.getBoolean("portal.full") ? EnumSet.allOf(Fault.class) : QUICK) {
            // A world for each, since what is done in one adds up.
            new Enumeration(new World(world.storage())).run(actions, fault);
        }
    }

    private static Actor contact(Stage stage) {
        return stage.world().contact("Jane " + stage.client().id(), stage.client(), Permission.FILES);
    }
}

package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditId;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.testkit.MemoryUnderTest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random stories of one person's access and files: what each step answers, and exactly which records it leaves, is what a
 * small model says. A story is told again from its seed.
 */
@Tag("promise:P18")
@Tag("promise:P7")
class StoryScenarios {
    private static final int STEPS = 25;
    private static final List<StoryStep> ALL = List.of(StoryStep.values());
    private static final AuditQuery NEWEST = new AuditQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(6));

    @Scenario
    @Tag("rule:AU-1")
    void whateverHappensInWhateverOrderEachEffectHasItsRecord(World world) {
        tell(world, 20, new Random().nextLong());
    }

    @Test
    @Tag("full")
    @Tag("rule:AU-1")
    void twoThousandStoriesAreAsTheModelSays() {
        try (PortalStorage storage = new MemoryUnderTest().open()) {
            long seed = new Random().nextLong();
            for (int i = 0; i < 20; i++) {
                tell(new World(storage), 100, seed + i);
            }
        }
    }

    private static void tell(World world, int stories, long seed) {
        Random random = new Random(seed);
        for (int story = 0; story < stories; story++) {
            StoryHero hero = new StoryHero(world, "Hero " + story);
            StoryModel model = new StoryModel();
            AuditId last = newest(world).get(0).record().id();
            List<String> told = new ArrayList<>();
            for (int i = 0; i < STEPS; i++) {
                StoryStep step = ALL.get(random.nextInt(ALL.size()));
                int choice = random.nextInt(4);
                StoryModel.Expected expected =
                        model.after(step, choice, world.clock().instant());
                String outcome = hero.does(step, choice);
                List<AuditEntry> entries = since(world, last);
                last = entries.isEmpty()
                        ? last
                        : entries.get(entries.size() - 1).record().id();
                told.add(step + " " + choice + " -> " + outcome);
                List<String> records =
                        entries.stream().map(entry -> entry.record().action()).toList();
                String as = "seed " + seed + ", story " + story + ": " + told;
                assertThat(outcome).as(as).isEqualTo(expected.outcome());
                assertThat(records).as(as).containsExactlyInAnyOrderElementsOf(expected.records());
                assertThat(hero.liveLinks())
                        .as(as)
                        .isEqualTo(model.liveLinks(world.clock().instant()));
            }
            assertThat(hero.liveSessions()).as("seed " + seed + ": " + told).isEqualTo(model.sessions());
            assertThat(hero.documents()).as("seed " + seed + ": " + told).isEqualTo(model.documents());
        }
    }

    /** The records that came after one, the oldest first. */
    private static List<AuditEntry> since(World world, AuditId last) {
        List<AuditEntry> entries = new ArrayList<>();
        for (AuditEntry entry : newest(world)) {
            if (entry.record().id().equals(last)) {
                break;
            }
            entries.add(entry);
        }
        Collections.reverse(entries);
        return entries;
    }

    private static List<AuditEntry> newest(World world) {
        return new Door(world).read(view -> view.audit().list(NEWEST)).items();
    }
}

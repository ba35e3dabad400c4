package org.clientportal.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.core.Actors;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.Slug;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A practice is set up once and found by its host name. */
class PracticeScenarios {
    @Scenario
    @Tag("rule:PR-2")
    void aPracticeIsFoundByItsHostNameAlone(World world) {
        // given
        Practice practice = world.practice();

        // when
        Optional<Practice> found =
                world.portal().practices().byHost(practice.origin().host());

        // then
        assertThat(found).contains(practice);
        assertThat(world.portal().practices().byHost("nobody.example")).isEmpty();
        assertThat(world.portal().practices().bySlug(practice.slug())).contains(practice);
    }

    @Scenario
    @Tag("rule:PR-2")
    void aPracticeHasNameZoneCurrencyLocaleAndSettings(World world) {
        // given
        Practice created = world.anotherPractice();

        // when
        Practice own = world.portal().practices().own(Actors.service(created.id(), "setup"));

        // then
        assertThat(own).isEqualTo(created);
        assertThat(own.name()).isEqualTo("Miller & Partners");
        assertThat(own.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(own.currency()).isEqualTo(Currency.getInstance("USD"));
        assertThat(own.locale()).isEqualTo(Locale.US);
        assertThat(own.settings()).isEqualTo(PracticeSettings.DEFAULT);
        assertThat(world.audited(world.practiceId())).containsExactly("practice_created");
    }

    @Scenario
    @Tag("rule:PR-2")
    void slugAndHostNameBelongToOnePractice(World world) {
        // given
        Practice taken = world.practice();

        // when
        Outcome<Practice> sameSlug = world.when(() -> create(world, taken.slug(), new Origin("https://new.example")));
        Outcome<Practice> sameHost = world.when(() -> create(world, new Slug(taken.slug() + "-2"), taken.origin()));

        // then
        assertThat(sameSlug.isRefused(CoreError.PRACTICE_EXISTS).field()).contains("slug");
        assertThat(sameHost.isRefused(CoreError.PRACTICE_EXISTS).field()).contains("origin");
    }

    private static Practice create(World world, Slug slug, Origin origin) {
        return world.portal()
                .practices()
                .create(new CreatePractice(
                        slug,
                        "Another",
                        origin,
                        ZoneId.of("UTC"),
                        Currency.getInstance("EUR"),
                        Locale.GERMANY,
                        Optional.empty(),
                        Optional.empty()));
    }
}

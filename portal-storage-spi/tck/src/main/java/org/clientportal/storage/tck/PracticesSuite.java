package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.SessionLimits;
import org.clientportal.model.practice.SignInMeans;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Practices: each lives in a scope of its own, and is looked up across all by its host name or slug. */
public abstract class PracticesSuite extends FoundRecordSuite<PracticeId, Practice> {
    protected PracticesSuite() {}

    @Override
    final RecordReader<PracticeId, Practice> reader(ReadView view) {
        return view.practices();
    }

    @Override
    final RecordStore<PracticeId, Practice> store(WriteUnit unit) {
        return unit.practices();
    }

    @Override
    final PracticeId idOf(Practice practice) {
        return practice.id();
    }

    @Override
    final Scope scopeOf(Practice practice) {
        return Scope.of(practice.id());
    }

    @Override
    final Practice sample() {
        return Samples.anyPractice();
    }

    @Override
    final List<Practice> varieties() {
        Duration odd = Duration.ofHours(13).plusNanos(123_456_789);
        PracticeSettings settings = new PracticeSettings(
                Admission.ON_ADD,
                EnumSet.of(SignInMeans.PASSKEY, SignInMeans.MAGIC_LINK),
                new SessionLimits(odd, odd.minusMillis(1)),
                Optional.empty(),
                Long.MAX_VALUE,
                Texts.LINES);
        PracticeSettings empty = new PracticeSettings(
                Admission.BY_INVITATION,
                Set.of(SignInMeans.GOOGLE),
                SessionLimits.DEFAULT,
                Optional.of(Duration.ofMinutes(90)),
                1,
                "");
        return List.of(sample(), full(sample(), settings), sample().withSettings(empty));
    }

    private static Practice full(Practice bare, PracticeSettings settings) {
        return new Practice(
                bare.id(),
                bare.slug(),
                Texts.STRANGE,
                new Origin("http://" + bare.origin().host() + ":8080"),
                ZoneId.of("Asia/Kolkata"),
                Currency.getInstance("JPY"),
                Locale.forLanguageTag("sr-Latn-RS"),
                settings,
                Optional.of("#1a6b54"),
                Optional.of(Texts.STRANGE + UUID.randomUUID()),
                Samples.NOW.plusNanos(1000),
                0);
    }

    @Override
    final Practice changed(Practice practice) {
        return practice.withSettings(new PracticeSettings(
                Admission.ON_ADD, Set.of(SignInMeans.PASSWORD), SessionLimits.DEFAULT, Optional.empty(), 7, "Hello"));
    }

    @Override
    final Practice twin(Practice practice) {
        Practice other = sample();
        return new Practice(
                practice.id(),
                other.slug(),
                other.name(),
                other.origin(),
                other.zone(),
                other.currency(),
                other.locale(),
                other.settings(),
                other.accent(),
                other.externalId(),
                other.createdAt(),
                0);
    }

    @Test
    @DisplayName("STO-10 a practice cannot be added from the scope of another")
    void aPracticeIsAddedInItsOwnScope() {
        Practice stray = sample();

        assertThatThrownBy(() -> change(unit -> unit.practices().insert(stray))).isInstanceOf(ParentMissing.class);

        assertThat(bySlug(stray.slug())).isEmpty();
        see(
                scopeOf(stray),
                view -> assertThat(view.practices().find(stray.id())).isEmpty());
    }

    @Test
    @DisplayName("STO-12 a practice is found among all by its host name and by its slug")
    void aPracticeIsFoundByHostAndSlug() {
        Practice practice = stored(full(sample(), PracticeSettings.DEFAULT));
        Slug unknown = new Slug("nobody-" + UUID.randomUUID());

        assertThat(byHost(practice.origin().host())).contains(practice);
        assertThat(bySlug(practice.slug())).contains(practice);
        assertThat(byHost("x" + practice.origin().host())).isEmpty();
        assertThat(bySlug(unknown)).isEmpty();
    }

    @Test
    @DisplayName("STO-12 a changed origin is found by its new host name and no more by the old")
    void aMovedPracticeIsFoundByItsNewHost() {
        Practice practice = stored(sample());
        Practice other = sample();

        Practice moved = write(
                scopeOf(practice),
                unit -> unit.practices()
                        .update(With.origin(practice, practice.slug(), other.origin(), Optional.empty())));

        assertThat(byHost(other.origin().host())).contains(moved);
        assertThat(byHost(practice.origin().host())).isEmpty();
    }

    @Test
    @DisplayName("STO-25 all practices are listed by slug")
    void practicesAreListedBySlug() {
        Practice one = stored(sample());
        Practice two = stored(sample());

        List<Practice> all = system(system -> system.practices());

        assertThat(all).contains(samples.practice(), one, two);
        assertThat(all).extracting(practice -> practice.slug().value()).isSorted();
    }

    private Optional<Practice> byHost(String host) {
        return system(system -> system.practiceByHost(host));
    }

    private Optional<Practice> bySlug(Slug slug) {
        return system(system -> system.practiceBySlug(slug));
    }
}

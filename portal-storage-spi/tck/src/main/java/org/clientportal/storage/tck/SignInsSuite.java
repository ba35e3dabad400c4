package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sign-in histories. */
public abstract class SignInsSuite extends ListSuite<SignInAttempt> {
    private static final Principal JOE =
            Principal.of(Samples.fresh().contact("Joe").id());
    private static final Principal ANN =
            Principal.of(Samples.fresh().contact("Ann").id());

    protected SignInsSuite() {}

    @Override
    final Page<SignInAttempt> page(ReadView view, PageRequest page) {
        return view.signIns().list(Optional.of(JOE), page);
    }

    @Override
    final List<SignInAttempt> fill() {
        tried(Optional.of(ANN), 5);
        tried(Optional.empty(), 5);
        List<SignInAttempt> tries = Stream.of(4, 4, 1, 9, 9, 9, 2, 3, 0, 7, 0)
                .map(seconds -> tried(Optional.of(JOE), seconds))
                .toList();
        return Orders.newestFirst(tries, SignInAttempt::at, SignInAttempt::id);
    }

    @Override
    final void come() {
        tried(Optional.of(JOE), 99);
    }

    @Override
    final boolean isByTime() {
        return true;
    }

    private SignInAttempt tried(Optional<Principal> subject, int seconds) {
        return insert(samples.signIn(subject, "invalid_link", Samples.NOW.plusSeconds(seconds)));
    }

    private SignInAttempt insert(SignInAttempt attempt) {
        change(unit -> unit.signIns().insert(attempt));
        return attempt;
    }

    @Test
    @DisplayName("STO-13 what is read equals what was written, in every component")
    void everyComponentComesBack() {
        Instant at = Samples.NOW.plusNanos(1000);
        Optional<String> strange = Optional.of(Texts.STRANGE);
        SignInAttempt known = insert(new SignInAttempt(
                UUID.randomUUID(), at, Optional.of(JOE), "signed_in", Optional.empty(), strange, strange));
        SignInAttempt unknown = insert(new SignInAttempt(
                UUID.randomUUID(),
                at,
                Optional.empty(),
                "unknown_email",
                Optional.of(Texts.LINES),
                Optional.empty(),
                Optional.empty()));

        see(view -> {
            assertThat(all(view)).containsExactly(known);
            assertThat(view.signIns()
                            .list(Optional.empty(), PageRequest.first(9))
                            .items())
                    .containsExactly(unknown);
        });
    }

    @Test
    @DisplayName("STO-10 tries before an instant are forgotten in this practice, those at it stay")
    void oldTriesAreForgotten() {
        Samples elsewhere = storedPractice();
        SignInAttempt theirs = samples.signIn(Optional.of(JOE), "signed_in", Samples.NOW);
        change(elsewhere.scope(), unit -> unit.signIns().insert(theirs));
        tried(Optional.of(JOE), 1);
        SignInAttempt kept = tried(Optional.of(JOE), 2);
        tried(Optional.empty(), 1);

        change(unit -> unit.signIns().purge(Samples.NOW.plusSeconds(2)));

        see(view -> {
            assertThat(all(view)).containsExactly(kept);
            assertThat(view.signIns()
                            .list(Optional.empty(), PageRequest.first(9))
                            .items())
                    .isEmpty();
        });
        see(elsewhere.scope(), view -> assertThat(all(view)).containsExactly(theirs));
    }
}

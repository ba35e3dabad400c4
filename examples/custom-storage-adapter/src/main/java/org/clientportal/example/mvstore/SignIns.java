package org.clientportal.example.mvstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.SignInStore;

/** The sign-in histories. */
final class SignIns implements SignInStore {
    private static final Kind<SignInAttempt> KIND = Kind.of(
                    "sign-in", SignInAttempt.class, attempt -> attempt.id().toString())
            .order("subject", attempt -> List.of(text(attempt.subject()), Key.time(attempt.at())))
            .order("time", attempt -> List.of(Key.time(attempt.at())));

    private final Table<SignInAttempt> table;

    SignIns(Unit unit) {
        this.table = unit.table(KIND);
    }

    private static String text(Optional<Principal> subject) {
        return subject.map(Sessions::text).orElse("unknown");
    }

    @Override
    public Page<SignInAttempt> list(Optional<Principal> subject, PageRequest page) {
        return table.pageByTime("subject", List.of(List.of(text(subject))), page, attempt -> true);
    }

    @Override
    public void insert(SignInAttempt attempt) {
        table.add(attempt);
    }

    @Override
    public void purge(Instant before) {
        table.ascending("time")
                .takeWhile(attempt -> attempt.at().isBefore(before))
                .toList()
                .forEach(attempt -> table.remove(attempt.id().toString()));
    }
}

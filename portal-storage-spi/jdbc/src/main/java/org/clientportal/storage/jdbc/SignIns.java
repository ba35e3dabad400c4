package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.SignInStore;

/** Keeps the sign-in histories. */
final class SignIns implements SignInStore {
    private static final String COLUMNS = "id, at, subject_kind, subject_key, outcome, typed, network, device";
    private static final Keyset NEWEST = Keyset.newestFirst("sign-ins", "at");

    private final Unit unit;
    private final PracticeId practice;

    SignIns(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    @Override
    public Page<SignInAttempt> list(Optional<Principal> subject, PageRequest page) {
        Filter filter = Filter.of("practice_id = ?", practice);
        subject.ifPresentOrElse(
                person -> filter.and("subject_kind = ? and subject_key = ?", person.kind(), person.key()),
                () -> filter.and("subject_key is null"));
        return NEWEST.page(
                unit,
                "select " + COLUMNS + " from {sign_in}",
                filter,
                page,
                SignIns::read,
                attempt -> NEWEST.cursor(attempt.at(), attempt.id()));
    }

    @Override
    public void insert(SignInAttempt attempt) {
        unit.change(
                "insert into {sign_in} (practice_id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                practice,
                attempt.id(),
                attempt.at(),
                attempt.subject().map(Principal::kind),
                attempt.subject().map(Principal::key),
                attempt.outcome(),
                attempt.typed(),
                attempt.network(),
                attempt.device());
    }

    @Override
    public void purge(Instant before) {
        unit.change("delete from {sign_in} where practice_id = ? and at < ?", practice, before);
    }

    private static SignInAttempt read(Row row) throws SQLException {
        return new SignInAttempt(
                row.uuid(),
                row.instant(),
                row.optionalPrincipal(),
                row.text(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText());
    }
}

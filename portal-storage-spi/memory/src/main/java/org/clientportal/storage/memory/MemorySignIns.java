package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.SignInAttempt;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.SignInStore;

final class MemorySignIns implements SignInStore {
    static final Table<UUID, SignInAttempt> TABLE = Table.of("sign_in", SignInAttempt::id);

    private static final Order<SignInAttempt, Instant> NEWEST_FIRST =
            Order.newestFirst(SignInAttempt::at, SignInAttempt::id);

    private final Rows<UUID, SignInAttempt> rows;

    MemorySignIns(Transaction transaction, PracticeId practice) {
        this.rows = new Rows<>(transaction, practice, TABLE);
    }

    @Override
    public Page<SignInAttempt> list(Optional<Principal> subject, PageRequest page) {
        return NEWEST_FIRST.page(rows.all().filter(attempt -> attempt.subject().equals(subject)), page);
    }

    @Override
    public void insert(SignInAttempt attempt) {
        rows.insert(attempt);
    }

    @Override
    public void purge(Instant before) {
        rows.all()
                .filter(attempt -> attempt.at().isBefore(before))
                .toList()
                .forEach(attempt -> rows.delete(attempt.id()));
    }
}

package org.clientportal.example.mvstore;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.storage.AttemptStore;

/** Tries. The one writer has every key locked. */
final class Attempts implements AttemptStore {
    /** One try; numbered, since two may come at the same instant. */
    record Attempt(UUID id, String key, Instant at) {}

    private static final Kind<Attempt> KIND = Kind.of(
                    "attempt", Attempt.class, attempt -> attempt.id().toString())
            .order("key", attempt -> List.of(attempt.key(), Key.time(attempt.at())))
            .order("time", attempt -> List.of(Key.time(attempt.at())));

    private final Table<Attempt> table;

    Attempts(Unit unit) {
        this.table = unit.table(KIND);
    }

    @Override
    public List<Instant> lock(String key, Instant since) {
        return table.ascending("key", key)
                .map(Attempt::at)
                .filter(at -> !at.isBefore(since))
                .toList();
    }

    @Override
    public void record(String key, Instant at) {
        table.add(new Attempt(UUID.randomUUID(), key, at));
    }

    @Override
    public void clear(String key) {
        remove(table.ascending("key", key));
    }

    @Override
    public void purge(Instant before) {
        remove(table.ascending("time").takeWhile(attempt -> attempt.at().isBefore(before)));
    }

    private void remove(Stream<Attempt> attempts) {
        attempts.toList().forEach(attempt -> table.remove(attempt.id().toString()));
    }
}

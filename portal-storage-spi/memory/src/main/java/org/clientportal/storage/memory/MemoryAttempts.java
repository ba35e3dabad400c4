package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AttemptStore;

final class MemoryAttempts implements AttemptStore {
    /** All tries of one key, oldest first; an empty list says only that somebody locked the key. */
    private record Tries(String key, List<Instant> at) {}

    private static final Table<String, Tries> TABLE = Table.of("attempt", Tries::key);

    private final Rows<String, Tries> rows;

    MemoryAttempts(Transaction transaction, PracticeId practice) {
        this.rows = new Rows<>(transaction, practice, TABLE);
    }

    @Override
    public List<Instant> lock(String key, Instant since) {
        List<Instant> all = tries(key);
        // Written even where it stays the same: of two units that lock a key, the second to commit runs again.
        rows.put(new Tries(key, all));
        return all.stream().filter(at -> !at.isBefore(since)).toList();
    }

    @Override
    public void record(String key, Instant at) {
        rows.put(new Tries(
                key, Stream.concat(tries(key).stream(), Stream.of(at)).sorted().toList()));
    }

    @Override
    public void clear(String key) {
        rows.put(new Tries(key, List.of()));
    }

    @Override
    public void purge(Instant before) {
        for (Tries tries : rows.all().toList()) {
            List<Instant> kept =
                    tries.at().stream().filter(at -> !at.isBefore(before)).toList();
            if (kept.isEmpty()) {
                rows.delete(tries.key());
            } else if (kept.size() < tries.at().size()) {
                rows.put(new Tries(tries.key(), kept));
            }
        }
    }

    private List<Instant> tries(String key) {
        return rows.get(key).map(Tries::at).orElse(List.of());
    }
}

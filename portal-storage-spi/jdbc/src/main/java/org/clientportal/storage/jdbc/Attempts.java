package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AttemptStore;

/** Remembers tries: one row per key and instant with how often, and one row per key to lock. */
final class Attempts implements AttemptStore {
    private final Unit unit;
    private final PracticeId practice;

    Attempts(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    @Override
    public List<Instant> lock(String key, Instant since) {
        // Changing nothing in the row is enough: the next unit waits here, and its later query sees what this one left.
        unit.change(
                "insert into {attempt_key} (practice_id, key) values (?, ?)"
                        + " on conflict (practice_id, key) do update set key = excluded.key",
                practice,
                key);
        String sql = "select at, tries from {attempt} where practice_id = ? and key = ? and at >= ? order by at";
        return unit.list(Attempts::repeated, sql, practice, key, since).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Instant> repeated(Row row) throws SQLException {
        Instant at = row.instant();
        return Collections.nCopies(row.integer(), at);
    }

    @Override
    public void record(String key, Instant at) {
        unit.change(
                "insert into {attempt} as a (practice_id, key, at, tries) values (?, ?, ?, 1)"
                        + " on conflict (practice_id, key, at) do update set tries = a.tries + 1",
                practice,
                key,
                at);
    }

    @Override
    public void clear(String key) {
        unit.change("delete from {attempt} where practice_id = ? and key = ?", practice, key);
    }

    @Override
    public void purge(Instant before) {
        unit.change("delete from {attempt} where practice_id = ? and at < ?", practice, before);
        unit.change(
                "delete from {attempt_key} as k where k.practice_id = ? and not exists"
                        + " (select 1 from {attempt} a where a.practice_id = k.practice_id and a.key = k.key)",
                practice);
    }
}

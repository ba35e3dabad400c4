package org.clientportal.storage.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.SystemUnit;

/** What is looked up across practices. */
final class SystemWork implements SystemUnit {
    /** Holds back an event while an older one of its client is queued, locked by another worker or not (STO-43). */
    private static final String FIRST_OF_CLIENT = " and not exists (select 1 from {outbox} e"
            + " where e.practice_id = {outbox}.practice_id and e.client_id = {outbox}.client_id"
            + " and e.lane = 'EVENT' and e.state = 'QUEUED'"
            + " and (e.created_at, e.id) < ({outbox}.created_at, {outbox}.id))";

    private final Unit unit;

    SystemWork(Unit unit) {
        this.unit = unit;
    }

    @Override
    public Optional<Practice> practiceByHost(String host) {
        return unit.first(Practices.TABLE.reader(), Practices.TABLE.select() + " where host = ?", host);
    }

    @Override
    public Optional<Practice> practiceBySlug(Slug slug) {
        return unit.first(Practices.TABLE.reader(), Practices.TABLE.select() + " where slug = ?", slug.value());
    }

    @Override
    public List<Practice> practices() {
        return unit.list(Practices.TABLE.reader(), Practices.TABLE.select() + " order by slug");
    }

    @Override
    public List<Owned<OutboxMessage>> claimDue(Lane lane, Instant now, Instant leaseUntil, int limit) {
        String due = Outbox.TABLE.select().replace("select ", "select practice_id, ")
                + " where lane = ? and state = 'QUEUED' and (due_at <= ? or due_at > ?)"
                + (lane == Lane.EVENT ? FIRST_OF_CLIENT : "")
                + " order by due_at, id limit ? {skip locked}";
        List<Owned<OutboxMessage>> messages = unit.list(
                row -> new Owned<>(new PracticeId(row.uuid()), Outbox.read(row)),
                due,
                lane,
                now,
                now.plus(OutboxMessage.LONGEST_WAIT),
                limit);
        unit.changeEach(
                "update {outbox} set due_at = ?, attempts = attempts + 1, version = version + 1"
                        + " where practice_id = ? and id = ?",
                messages.stream()
                        .map(m -> List.of(leaseUntil, m.practice(), m.item().id()))
                        .toList());
        return messages.stream()
                .map(m -> new Owned<>(m.practice(), m.item().claimed(leaseUntil)))
                .toList();
    }

    @Override
    public boolean lease(String job, String owner, Instant now, Instant until) {
        String sql = "insert into {lease} as l (job, owner, ends_at) values (?, ?, ?) on conflict (job) do update"
                + " set owner = excluded.owner, ends_at = excluded.ends_at"
                + " where l.owner = excluded.owner or l.ends_at <= ? or l.ends_at > ?";
        return unit.change(sql, job, owner, until, now, SystemUnit.latestEnd(now, until)) == 1;
    }

    @Override
    public List<Owned<PendingContent>> stalePendingContent(Instant before, int limit) {
        String sql = "select practice_id, " + PendingContents.COLUMNS
                + " from {pending_content} where since < ? order by since, id limit ?";
        return unit.list(row -> new Owned<>(new PracticeId(row.uuid()), PendingContents.read(row)), sql, before, limit);
    }

    @Override
    public List<Owned<DocumentId>> expiredTrash(Instant before, int limit) {
        String sql = "select d.practice_id, d.id from {document} d join {client} c"
                + " on c.practice_id = d.practice_id and c.id = d.client_id"
                + " where d.trashed_at < ? and d.hold_since is null and c.hold_since is null"
                + " order by d.trashed_at, d.id limit ?";
        return unit.list(
                row -> new Owned<>(new PracticeId(row.uuid()), new DocumentId(row.uuid())), sql, before, limit);
    }

    @Override
    public List<PracticeId> practicesToSeal(int limit) {
        // For each practice one step into the index of what waits, whose first is the oldest.
        String sql = "select practice_id from (select p.practice_id, (select w.at from {audit_unsealed} w"
                + " where w.practice_id = p.practice_id order by w.at limit 1) as oldest from {practice} p) o"
                + " where oldest is not null order by oldest, practice_id limit ?";
        return unit.list(row -> new PracticeId(row.uuid()), sql, limit);
    }

    @Override
    public Optional<Instant> databaseTime() {
        return unit.dialect().clock().flatMap(sql -> unit.first(Row::instant, sql));
    }
}

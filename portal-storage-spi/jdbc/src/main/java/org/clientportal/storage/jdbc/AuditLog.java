package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.AuditStore;
import org.clientportal.storage.Page;

/** Appends and reads audit records and their seals; triggers keep both from being changed. */
final class AuditLog implements AuditStore {
    private static final String COLUMNS = "id, at, action, actor_kind, actor_key, behalf_kind, behalf_key, client_id,"
            + " object, object_id, network, details";
    private static final Keyset NEWEST = Keyset.newestFirst("audit", "at");

    /** An alias would have to lead each column, were the names not all different. */
    private static final String ENTRIES = "select " + COLUMNS + ", record_id, number, hash from {audit} a"
            + " left join (select practice_id as seal_practice, record_id, number, hash from {audit_seal}) s"
            + " on s.seal_practice = a.practice_id and s.record_id = a.id";

    private final Unit unit;
    private final PracticeId practice;

    AuditLog(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    @Override
    public Page<AuditEntry> list(AuditQuery query) {
        Filter filter = Filter.of("practice_id = ?", practice)
                .and("client_id = ?", query.client())
                .and("action = ?", query.action())
                .and("object_id = ?", query.objectId());
        query.actor().ifPresent(actor -> filter.and("actor_kind = ? and actor_key = ?", actor.kind(), actor.key()));
        return NEWEST.page(
                unit,
                ENTRIES,
                filter,
                query.page(),
                AuditLog::entry,
                entry -> NEWEST.cursor(entry.record().at(), entry.record().id().value()));
    }

    @Override
    public List<AuditEntry> sealed(long after, int limit) {
        String sql =
                ENTRIES.replace("left join", "join") + " where practice_id = ? and number > ? order by number limit ?";
        return unit.list(AuditLog::entry, sql, practice, after, limit);
    }

    @Override
    public List<AuditRecord> unsealed(int limit) {
        String sql = "select " + COLUMNS + " from (select practice_id as waiting_practice, at as waiting_at, record_id"
                + " from {audit_unsealed} where practice_id = ? order by at, record_id limit ?) w"
                + " join {audit} a on a.practice_id = w.waiting_practice and a.id = w.record_id order by at, id";
        return unit.list(AuditLog::record, sql, practice, limit);
    }

    @Override
    public Optional<AuditSeal> lastSeal() {
        String sql =
                "select record_id, number, hash from {audit_seal} where practice_id = ? order by number desc limit 1";
        return unit.first(AuditLog::seal, sql, practice);
    }

    @Override
    public void append(AuditRecord record) {
        unit.change(
                "insert into {audit} (practice_id, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                practice,
                record.id(),
                record.at(),
                record.action(),
                record.actor().kind(),
                record.actor().key(),
                record.onBehalfOf().map(Principal::kind),
                record.onBehalfOf().map(Principal::key),
                record.client(),
                record.object(),
                record.objectId(),
                record.network(),
                Json.write(record.details()));
        unit.change(
                "insert into {audit_unsealed} (practice_id, at, record_id) values (?, ?, ?)",
                practice,
                record.at(),
                record.id());
    }

    @Override
    public void seal(AuditSeal seal) {
        unit.change(
                "insert into {audit_seal} (practice_id, record_id, number, hash) values (?, ?, ?, ?)",
                practice,
                seal.record(),
                seal.number(),
                seal.hash().hex());
        unit.change(
                "delete from {audit_unsealed} where practice_id = ? and record_id = ?"
                        + " and at = (select at from {audit} where practice_id = ? and id = ?)",
                practice,
                seal.record(),
                practice,
                seal.record());
    }

    private static AuditEntry entry(Row row) throws SQLException {
        AuditRecord record = record(row);
        return new AuditEntry(record, row.absent() ? Optional.empty() : Optional.of(seal(row)));
    }

    private static AuditRecord record(Row row) throws SQLException {
        return new AuditRecord(
                new AuditId(row.uuid()),
                row.instant(),
                row.text(),
                row.principal(),
                row.optionalPrincipal(),
                row.optionalUuid().map(ClientId::new),
                row.text(),
                row.text(),
                row.optionalText(),
                Json.map(row.text()));
    }

    private static AuditSeal seal(Row row) throws SQLException {
        return new AuditSeal(new AuditId(row.uuid()), row.number(), new Sha256(row.text()));
    }
}

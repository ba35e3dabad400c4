package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.AuditStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;

/** The record of what happened; an entry changes once, when it gets its seal. */
final class Audit implements AuditStore {
    static final Kind<AuditEntry> KIND = Kind.of(
                    "audit", AuditEntry.class, entry -> entry.record().id().toString())
            .unique(UniqueKey.AUDIT_SEAL, entry -> entry.seal().map(seal -> Key.number(seal.number())))
            .order("newest", entry -> List.of(Key.time(entry.record().at())))
            .orderOfSome("sealed", entry -> entry.seal().map(seal -> List.of(Key.number(seal.number()))))
            .orderOfSome(
                    "unsealed",
                    entry -> entry.seal().isPresent()
                            ? Optional.empty()
                            : Optional.of(List.of(Key.time(entry.record().at()))));

    private final Unit unit;
    private final Table<AuditEntry> table;

    Audit(Unit unit) {
        this.unit = unit;
        this.table = unit.table(KIND);
    }

    @Override
    public void append(AuditRecord record) {
        table.add(new AuditEntry(record, Optional.empty()));
    }

    @Override
    public void seal(AuditSeal seal) {
        AuditEntry entry = table.get(seal.record().toString());
        if (entry.seal().isPresent()) {
            throw unit.rows().died(new UniqueViolation(UniqueKey.AUDIT_SEAL));
        }
        table.replace(new AuditEntry(entry.record(), Optional.of(seal)));
    }

    @Override
    public Page<AuditEntry> list(AuditQuery query) {
        return table.pageByTime("newest", List.of(List.of()), query.page(), entry -> admits(query, entry.record()));
    }

    private static boolean admits(AuditQuery query, AuditRecord record) {
        return (query.client().isEmpty() || query.client().equals(record.client()))
                && query.actor().map(record.actor()::equals).orElse(true)
                && query.action().map(record.action()::equals).orElse(true)
                && query.objectId().map(record.objectId()::equals).orElse(true);
    }

    @Override
    public List<AuditEntry> sealed(long after, int limit) {
        return table.ascending("sealed")
                .filter(entry -> entry.seal().orElseThrow().number() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public List<AuditRecord> unsealed(int limit) {
        return table.ascending("unsealed").map(AuditEntry::record).limit(limit).toList();
    }

    @Override
    public Optional<AuditSeal> lastSeal() {
        return table.descending("sealed").findFirst().flatMap(AuditEntry::seal);
    }
}

package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.AuditStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;

final class MemoryAudit implements AuditStore {
    static final Table<AuditId, AuditRecord> RECORDS = Table.of("audit_record", AuditRecord::id);
    private static final Table<AuditId, AuditSeal> SEALS = Table.of("audit_seal", AuditSeal::record)
            .unique(UniqueKey.AUDIT_SEAL, seal -> Optional.of(seal.number()))
            .refersTo(RECORDS, seal -> Set.of(seal.record()));

    private static final Order<AuditRecord, Instant> NEWEST_FIRST = Order.newestFirst(AuditRecord::at, AuditRecord::id);
    private static final Comparator<AuditSeal> BY_NUMBER = Comparator.comparing(AuditSeal::number);

    private final Rows<AuditId, AuditRecord> records;
    private final Rows<AuditId, AuditSeal> seals;

    MemoryAudit(Transaction transaction, PracticeId practice) {
        this.records = new Rows<>(transaction, practice, RECORDS);
        this.seals = new Rows<>(transaction, practice, SEALS);
    }

    @Override
    public Page<AuditEntry> list(AuditQuery query) {
        return NEWEST_FIRST
                .page(records.all().filter(entry -> matches(entry, query)), query.page())
                .map(entry -> new AuditEntry(entry, seals.get(entry.id())));
    }

    @Override
    public List<AuditEntry> sealed(long after, int limit) {
        return seals.all()
                .filter(seal -> seal.number() > after)
                .sorted(BY_NUMBER)
                .limit(limit)
                .map(seal -> new AuditEntry(records.require(seal.record()), Optional.of(seal)))
                .toList();
    }

    @Override
    public List<AuditRecord> unsealed(int limit) {
        return records.all()
                .filter(entry -> seals.get(entry.id()).isEmpty())
                .sorted(Comparator.comparing(AuditRecord::at)
                        .thenComparing(entry -> entry.id().toString()))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<AuditSeal> lastSeal() {
        return seals.all().max(BY_NUMBER);
    }

    @Override
    public void append(AuditRecord entry) {
        records.insert(entry);
    }

    @Override
    public void seal(AuditSeal seal) {
        if (seals.get(seal.record()).isPresent()) {
            throw seals.transaction.dies(new UniqueViolation(UniqueKey.AUDIT_SEAL));
        }
        seals.insert(seal);
    }

    private static boolean matches(AuditRecord entry, AuditQuery query) {
        return (query.client().isEmpty() || query.client().equals(entry.client()))
                && query.actor().map(entry.actor()::equals).orElse(true)
                && query.action().map(entry.action()::equals).orElse(true)
                && query.objectId().map(entry.objectId()::equals).orElse(true);
    }
}

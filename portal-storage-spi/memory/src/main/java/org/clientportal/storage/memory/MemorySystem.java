package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.UniqueKey;

/** Looks across practices within a transaction. */
final class MemorySystem implements SystemUnit {
    private static final Place LEASES = new Place(Optional.empty(), "lease");

    private record Lease(String owner, Instant until) {}

    private final Transaction transaction;

    MemorySystem(Transaction transaction) {
        this.transaction = transaction;
    }

    @Override
    public Optional<Practice> practiceByHost(String host) {
        return practice(UniqueKey.PRACTICE_HOST, host);
    }

    @Override
    public Optional<Practice> practiceBySlug(Slug slug) {
        return practice(UniqueKey.PRACTICE_SLUG, slug);
    }

    private Optional<Practice> practice(UniqueKey key, Object value) {
        return transaction
                .get(new Cell(new Place(Optional.empty(), key.name()), value))
                .map(PracticeId.class::cast)
                .flatMap(id -> new MemoryPractices(transaction, id).rows.get(id));
    }

    @Override
    public List<Practice> practices() {
        return in(MemoryPractices.TABLE)
                .flatMap(Rows::all)
                .sorted(Comparator.comparing(practice -> practice.slug().value()))
                .toList();
    }

    @Override
    public List<Owned<OutboxMessage>> claimDue(Lane lane, Instant now, Instant leaseUntil, int limit) {
        return in(MemoryOutbox.TABLE)
                .map(rows -> new MemoryOutbox(transaction, rows.practice))
                .flatMap(outbox -> outbox.due(lane, now).stream().map(due -> new Owned<>(outbox.rows.practice, due)))
                .sorted(Comparator.comparing(
                                (Owned<OutboxMessage> due) -> due.item().dueAt())
                        .thenComparing(due -> due.item().id().toString()))
                .limit(limit)
                .toList()
                .stream()
                .map(due -> new Owned<>(
                        due.practice(), new MemoryOutbox(transaction, due.practice()).claim(due.item(), leaseUntil)))
                .toList();
    }

    @Override
    public boolean lease(String job, String owner, Instant now, Instant until) {
        Cell cell = new Cell(LEASES, job);
        boolean lasting = transaction
                .get(cell)
                .map(Lease.class::cast)
                .filter(lease -> !lease.owner().equals(owner) && now.isBefore(lease.until()))
                .isPresent();
        if (!lasting) {
            transaction.put(cell, new Lease(owner, until));
        }
        return !lasting;
    }

    @Override
    public List<Owned<PendingContent>> stalePendingContent(Instant before, int limit) {
        return in(MemoryPendingContent.TABLE)
                .flatMap(rows -> rows.all()
                        .filter(content -> content.since().isBefore(before))
                        .map(content -> new Owned<>(rows.practice, content)))
                .sorted(Comparator.comparing(stale -> stale.item().since()))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PracticeId> practicesToSeal(int limit) {
        return in(MemoryAudit.RECORDS)
                .map(rows -> rows.practice)
                .filter(practice ->
                        !new MemoryAudit(transaction, practice).unsealed(1).isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> databaseTime() {
        return Optional.empty();
    }

    /** The rows of a table in every practice that has some. */
    private <I, R> Stream<Rows<I, R>> in(Table<I, R> table) {
        return transaction
                .places(table.name())
                .flatMap(place -> place.practice().stream())
                .map(practice -> new Rows<>(transaction, practice, table));
    }
}

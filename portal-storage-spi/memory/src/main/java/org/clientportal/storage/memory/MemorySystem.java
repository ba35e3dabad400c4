package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.document.Trash;
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
        Instant latest = SystemUnit.latestEnd(now, until);
        boolean lasting = transaction
                .get(cell)
                .map(Lease.class::cast)
                .filter(lease -> !lease.owner().equals(owner)
                        && now.isBefore(lease.until())
                        && !lease.until().isAfter(latest))
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
    public List<Owned<DocumentId>> expiredTrash(Instant before, int limit) {
        return in(MemoryDocuments.TABLE)
                .flatMap(rows -> rows.all()
                        .filter(document -> trashedAt(document).isBefore(before) && !isHeld(rows.practice, document))
                        .map(document -> new Owned<>(rows.practice, document)))
                .sorted(Comparator.comparing((Owned<Document> expired) -> trashedAt(expired.item()))
                        .thenComparing(expired -> expired.item().id().toString()))
                .limit(limit)
                .map(expired -> new Owned<>(expired.practice(), expired.item().id()))
                .toList();
    }

    private static Instant trashedAt(Document document) {
        return document.trash().map(Trash::at).orElse(Instant.MAX);
    }

    private boolean isHeld(PracticeId practice, Document document) {
        Client client = new MemoryClients(transaction, practice).rows.require(document.client());
        return document.hold().isPresent() || client.hold().isPresent();
    }

    @Override
    public List<PracticeId> practicesToSeal(int limit) {
        return in(MemoryAudit.RECORDS)
                .flatMap(rows -> new MemoryAudit(transaction, rows.practice)
                        .unsealed(1).stream().map(oldest -> new Owned<>(rows.practice, oldest)))
                .sorted(Comparator.comparing(waiting -> waiting.item().at()))
                .limit(limit)
                .map(Owned::practice)
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

package org.clientportal.example.mvstore;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.SystemUnit;
import org.clientportal.storage.SystemUnit.Owned;
import org.clientportal.storage.UniqueKey;

/** Work across practices, by the indexes that span them. */
final class SystemWork implements SystemUnit {
    /** A job's newest lease. */
    record Lease(String job, String owner, Instant until) {}

    private static final Kind<Lease> LEASES = Kind.of("lease", Lease.class, Lease::job);

    private final Rows rows;

    SystemWork(Rows rows) {
        this.rows = rows;
    }

    private <R> Table<R> all(Kind<R> kind) {
        return new Table<>(rows, kind, Table.NOBODY);
    }

    private <R> Table<R> of(PracticeId practice, Kind<R> kind) {
        return new Table<>(rows, kind, practice.toString());
    }

    @Override
    public Optional<Practice> practiceByHost(String host) {
        return all(Practices.KIND).findUnique(UniqueKey.PRACTICE_HOST, host);
    }

    @Override
    public Optional<Practice> practiceBySlug(Slug slug) {
        return all(Practices.KIND).findUnique(UniqueKey.PRACTICE_SLUG, slug.value());
    }

    @Override
    public List<Practice> practices() {
        return all(Practices.KIND).ascending("slug").toList();
    }

    @Override
    public List<Owned<OutboxMessage>> claimDue(Lane lane, Instant now, Instant leaseUntil, int limit) {
        return all(Outbox.KIND)
                .everywhere("queue", lane.name())
                .filter(queued -> queued.item().isDue(now))
                .filter(this::isItsTurn)
                .limit(limit)
                .toList()
                .stream()
                .map(due -> claim(due, leaseUntil))
                .toList();
    }

    /** Of a client's events the first that is queued holds back the others, be it due or not (STO-43). */
    private boolean isItsTurn(Owned<OutboxMessage> queued) {
        OutboxMessage message = queued.item();
        return message.lane() != Lane.EVENT
                || message.client()
                        .flatMap(client -> of(queued.practice(), Outbox.KIND)
                                .ascending("events", client.toString())
                                .findFirst())
                        .map(message::equals)
                        .orElse(true);
    }

    private Owned<OutboxMessage> claim(Owned<OutboxMessage> due, Instant leaseUntil) {
        OutboxMessage claimed = due.item().claimed(leaseUntil);
        of(due.practice(), Outbox.KIND).replace(claimed);
        return new Owned<>(due.practice(), claimed);
    }

    @Override
    public boolean lease(String job, String owner, Instant now, Instant until) {
        Table<Lease> leases = all(LEASES);
        Optional<Lease> last = leases.find(job);
        Instant latest = SystemUnit.latestEnd(now, until);
        if (last.filter(lease -> !lease.owner().equals(owner)
                        && now.isBefore(lease.until())
                        && !lease.until().isAfter(latest))
                .isPresent()) {
            return false;
        }
        last.ifPresent(ended -> leases.remove(job));
        leases.add(new Lease(job, owner, until));
        return true;
    }

    @Override
    public List<Owned<PendingContent>> stalePendingContent(Instant before, int limit) {
        return all(PendingContents.KIND)
                .everywhere("since")
                .takeWhile(pending -> pending.item().since().isBefore(before))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Owned<DocumentId>> expiredTrash(Instant before, int limit) {
        return all(Documents.KIND)
                .everywhere("trash")
                .takeWhile(trashed -> trashed.item().trash().orElseThrow().at().isBefore(before))
                .filter(trashed -> !isHeld(trashed))
                .limit(limit)
                .map(trashed -> new Owned<>(trashed.practice(), trashed.item().id()))
                .toList();
    }

    private boolean isHeld(Owned<Document> trashed) {
        Client client =
                of(trashed.practice(), Clients.KIND).get(trashed.item().client().toString());
        return trashed.item().hold().isPresent() || client.hold().isPresent();
    }

    @Override
    public List<PracticeId> practicesToSeal(int limit) {
        return practices().stream()
                .flatMap(practice -> of(practice.id(), Audit.KIND)
                        .ascending("unsealed")
                        .limit(1)
                        .map(oldest -> new Owned<>(practice.id(), oldest.record())))
                .sorted(Comparator.comparing(waiting -> waiting.item().at()))
                .limit(limit)
                .map(Owned::practice)
                .toList();
    }

    @Override
    public Optional<Instant> databaseTime() {
        return Optional.empty();
    }
}

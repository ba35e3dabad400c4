package org.clientportal.storage;

import java.time.Duration;
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

/**
 * The little that is looked up across practices: whose a host name is, and what the jobs have to do. It hands out the
 * practice with each thing, and the work then runs in that practice's own scope.
 */
public interface SystemUnit {
    /** A thing and the practice it belongs to. */
    record Owned<T>(PracticeId practice, T item) {}

    /** The practice whose origin has this host name, given in lower case (PR-2). */
    Optional<Practice> practiceByHost(String host);

    Optional<Practice> practiceBySlug(Slug slug);

    /** Every practice, by slug. */
    List<Practice> practices();

    /**
     * Claims queued messages of a lane that are due, those due longest first, for a worker that has until {@code leaseUntil} to settle
     * them: each is handed to one caller, and due again at {@code leaseUntil} (STO-40). What is said to be due later than
     * {@link OutboxMessage#LONGEST_WAIT} from now was put off or claimed by a clock that was wrong, and is due. Of the events of
     * one client only the first that is still queued is ever handed out, so that they are told in order (STO-43).
     *
     * @param limit at most so many
     * @return the messages as {@linkplain OutboxMessage#claimed claimed}
     */
    List<Owned<OutboxMessage>> claimDue(Lane lane, Instant now, Instant leaseUntil, int limit);

    /**
     * Takes or renews a job's lease (STO-41). All who ask for one job ask for the same length.
     *
     * @param until after {@code now}
     * @return false while another owner's lease lasts, that is while {@code now} is before its end, unless that is after the
     *     {@linkplain #latestEnd latest} that a right clock can have given it
     */
    boolean lease(String job, String owner, Instant now, Instant until);

    /**
     * The latest end of a lease that can be true when one is asked for from {@code now} until {@code until}: twice the length from
     * now, as clocks of nodes differ a little. What ends later was taken by a clock that was wrong, and must not keep everybody
     * from the job until that clock's date.
     *
     * @throws IllegalArgumentException if {@code until} is not after {@code now}
     */
    static Instant latestEnd(Instant now, Instant until) {
        if (!now.isBefore(until)) {
            throw new IllegalArgumentException("until must be after now");
        }
        return until.plus(Duration.between(now, until));
    }

    /** Pending content older than {@code before}, oldest first. */
    List<Owned<PendingContent>> stalePendingContent(Instant before, int limit);

    /**
     * Documents put into the trash before an instant, those longest there first, without those that a legal hold on them or
     * on their client keeps (STO-44).
     */
    List<Owned<DocumentId>> expiredTrash(Instant before, int limit);

    /**
     * Practices with audit records that have no seal yet, those first whose oldest such record is the oldest (STO-62): were they
     * named in any order, busy ones could keep others waiting for ever.
     */
    List<PracticeId> practicesToSeal(int limit);

    /** The shared database's own clock; absent where the storage lives in this process and has none. */
    Optional<Instant> databaseTime();
}

package org.clientportal.host.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.SystemUnit;

/**
 * Whether this node may be sent requests: its database answers soon, and its clock agrees with the database's (D19). However
 * many ask, the database is asked one question at a time. Thread-safe.
 */
public final class Readiness {
    private static final Duration MAX_SKEW = Duration.ofSeconds(2);
    private static final Optional<String> NO_DATABASE = Optional.of("database");

    private final PortalStorage storage;
    private final Clock clock;
    private final Duration patience;
    private CompletableFuture<Optional<String>> question = CompletableFuture.completedFuture(NO_DATABASE);

    /** @param patience how long an answer may take: less than whoever asks waits */
    public Readiness(PortalStorage storage, Clock clock, Duration patience) {
        this.storage = storage;
        this.clock = clock;
        this.patience = patience;
    }

    /** Why it is not ready, as a stable word; empty if it is. */
    public Optional<String> obstacle() {
        try {
            return question().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return NO_DATABASE;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NO_DATABASE;
        }
    }

    /** The one on its way, or a new one. A thread of its own, since all others may be waiting for the database. */
    private synchronized CompletableFuture<Optional<String>> question() {
        if (question.isDone()) {
            question = CompletableFuture.supplyAsync(this::answer, Readiness::begin);
        }
        return question;
    }

    private static void begin(Runnable question) {
        Thread thread = new Thread(question, "readiness");
        thread.setDaemon(true);
        thread.start();
    }

    private Optional<String> answer() {
        Instant before = clock.instant();
        Optional<Instant> theirs;
        try {
            theirs = storage.system(SystemUnit::databaseTime);
        } catch (StorageException e) {
            return NO_DATABASE;
        }
        // The question took its time: only what lies outside of it is skew.
        Instant after = clock.instant();
        boolean off = theirs.filter(time -> time.isBefore(before.minus(MAX_SKEW)) || time.isAfter(after.plus(MAX_SKEW)))
                .isPresent();
        return off ? Optional.of("clock") : Optional.empty();
    }
}

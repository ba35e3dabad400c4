package org.clientportal.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Many requests at once for one thing, while somebody takes it away: which of those begun afterwards still got it? */
final class Crowd implements AutoCloseable {
    private static final Set<Integer> REFUSED = Set.of(401, 404);
    private static final int THREADS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** What became of the requests that began after the taking was acknowledged. */
    record Outcome(int asked, List<Integer> notRefused) {}

    /** What takes the thing away; returns when that is acknowledged. */
    interface Taking {
        void away() throws IOException;
    }

    /**
     * Asks from all threads; once each was answered, takes the thing away, and asks on.
     *
     * @param count how many requests begin after that, in all
     */
    Outcome ask(Caller caller, String path, Taking taking, int count) throws Exception {
        CountDownLatch each = new CountDownLatch(THREADS);
        CountDownLatch taken = new CountDownLatch(1);
        List<CompletableFuture<List<Integer>>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(CompletableFuture.supplyAsync(
                    () -> keepAsking(caller, path, each, taken, count / THREADS), threads));
        }
        each.await();
        taking.away();
        taken.countDown();
        List<Integer> statuses = new ArrayList<>();
        all.forEach(one -> statuses.addAll(one.join()));
        int asked = statuses.size();
        statuses.removeAll(REFUSED);
        return new Outcome(asked, statuses);
    }

    private static List<Integer> keepAsking(
            Caller caller, String path, CountDownLatch each, CountDownLatch taken, int count) {
        try {
            List<Integer> afterwards = new ArrayList<>();
            caller.get(path).ok();
            each.countDown();
            while (afterwards.size() < count) {
                boolean after = taken.getCount() == 0;
                int status = caller.get(path).status();
                if (after) {
                    afterwards.add(status);
                }
            }
            return afterwards;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            each.countDown();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

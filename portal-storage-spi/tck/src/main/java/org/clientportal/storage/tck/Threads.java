package org.clientportal.storage.tck;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs works on threads of their own. */
final class Threads {
    private Threads() {}

    /** Starts a work and goes on. */
    static <T> CompletableFuture<Ending<T>> start(Supplier<T> work) {
        CompletableFuture<Ending<T>> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> end.complete(end(work)), "runner");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    /** Runs a work elsewhere and waits for its result. */
    static <T> T elsewhere(Supplier<T> work) {
        Ending<T> end = start(work).join();
        return end.result()
                .orElseThrow(() ->
                        new AssertionError("failed elsewhere", end.failure().orElseThrow()));
    }

    /** Runs works at the same time and waits for all. */
    static <T> List<Ending<T>> atOnce(int runners, IntFunction<T> work) {
        return alone(() -> {
            List<CompletableFuture<Ending<T>>> started = IntStream.range(0, runners)
                    .mapToObj(runner -> start(() -> work.apply(runner)))
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        });
    }

    /**
     * Runs what needs several units at once. Only one such test runs at a time: two might each hold half of a storage's
     * connections and wait for the other half.
     */
    static <T> T alone(Supplier<T> crowd) {
        synchronized (Threads.class) {
            return crowd.get();
        }
    }

    /** Waits until everybody has come here; at once for who comes again. */
    static void meet(CountDownLatch all) {
        all.countDown();
        await(all);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the others", e);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // Whatever ends a runner is an answer to the test that started it.
    private static <T> Ending<T> end(Supplier<T> work) {
        try {
            return new Ending<>(Optional.of(work.get()), Optional.empty());
        } catch (RuntimeException | Error failure) {
            return new Ending<>(Optional.empty(), Optional.of(failure));
        }
    }
}

package org.clientportal.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** Runs uses at the same time, started together. */
public final class Race {
    private Race() {}

    /** What came of each, in their order, when all are done. */
    @SafeVarargs
    public static <T> List<T> of(Supplier<T>... uses) {
        CyclicBarrier start = new CyclicBarrier(uses.length);
        List<CompletableFuture<T>> results = new ArrayList<>();
        for (Supplier<T> use : uses) {
            CompletableFuture<T> result = new CompletableFuture<>();
            results.add(result);
            new Thread(() -> run(start, use, result), "racer").start();
        }
        return results.stream().map(CompletableFuture::join).toList();
    }

    private static <T> void run(CyclicBarrier start, Supplier<T> use, CompletableFuture<T> result) {
        try {
            start.await();
            result.complete(use.get());
        } catch (Exception | Error broken) {
            result.completeExceptionally(broken);
        }
    }
}

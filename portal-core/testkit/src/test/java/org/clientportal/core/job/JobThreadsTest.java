package org.clientportal.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientportal.testkit.SettableClock;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Test;

/** Jobs on threads of their own: woken, never twice at once, stopped without a loss. */
class JobThreadsTest {
    private final SettableClock clock = new SettableClock(World.START);

    @Test
    void onceStartedAJobRunsAndRunsAgainAtAWake() {
        // given
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        try (Jobs jobs = jobs(TestJob.woken("eager", now -> {
            second.countDown();
            first.countDown();
            return false;
        }))) {
            jobs.start();
            Gate.await(first);

            // when
            jobs.wake();

            // then
            Gate.await(second);
        }
    }

    @Test
    void aJobThatFailedRunsAgainAtTheNextWake() {
        // given
        CountDownLatch tries = new CountDownLatch(2);
        CountDownLatch failed = new CountDownLatch(1);
        Job broken = TestJob.woken("broken", now -> {
            tries.countDown();
            throw new IllegalStateException("again");
        });
        try (Jobs jobs = new Jobs(List.of(broken), clock, (job, took, failure) -> failed.countDown())) {
            jobs.start();
            Gate.await(failed);

            // when
            jobs.wake();

            // then
            Gate.await(tries);
        }
    }

    @Test
    void aWakeDuringARoundMakesForAnotherOneAfterItAndNoneBeside() {
        // given
        Gate gate = new Gate();
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch rounds = new CountDownLatch(2);
        try (Jobs jobs = jobs(TestJob.woken("single", now -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            gate.pass();
            inside.decrementAndGet();
            rounds.countDown();
            return false;
        }))) {
            jobs.start();
            gate.awaitReached();

            // when
            jobs.wake();
            jobs.wake();
            gate.open();

            // then
            Gate.await(rounds);
        }
        assertThat(most).hasValue(1);
    }

    @Test
    void aJobThatTakesLongHoldsUpNoOther() {
        // given
        Gate gate = new Gate();
        CountDownLatch quick = new CountDownLatch(2);
        CountDownLatch started = new CountDownLatch(1);
        try (Jobs jobs = jobs(
                TestJob.woken("slow", now -> {
                    gate.pass();
                    return false;
                }),
                TestJob.woken("quick", now -> {
                    quick.countDown();
                    started.countDown();
                    return false;
                }))) {
            jobs.start();
            gate.awaitReached();
            Gate.await(started);

            // when
            jobs.wake();

            // then
            Gate.await(quick);
            gate.open();
        }
    }

    @Test
    void aStopWaitsForTheStepInHandAndBeginsNoOther() throws InterruptedException {
        // given
        Gate gate = new Gate();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        Jobs jobs = jobs(TestJob.woken("delivery", now -> {
            begun.incrementAndGet();
            gate.pass();
            ended.incrementAndGet();
            return true;
        }));
        jobs.start();
        gate.awaitReached();

        // when
        Thread stopping = new Thread(jobs::close);
        stopping.start();
        while (stopping.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        gate.open();
        stopping.join();
        jobs.wake();

        // then
        assertThat(begun).hasValue(1);
        assertThat(ended).hasValue(1);
    }

    private Jobs jobs(Job... list) {
        return new Jobs(List.of(list), clock, JobListener.NONE);
    }
}

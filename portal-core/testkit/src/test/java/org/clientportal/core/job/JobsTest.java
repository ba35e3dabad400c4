package org.clientportal.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientportal.testkit.SettableClock;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Test;

/** The clockwork: what runs when, what a failure ends, and how it stops. */
class JobsTest {
    private final SettableClock clock = new SettableClock(World.START);

    @Test
    void anEmbeddersSchedulerRunsEachJobUntilNothingMoreWaits() {
        // given
        AtomicInteger left = new AtomicInteger(3);
        AtomicInteger other = new AtomicInteger();
        Jobs jobs = jobs(
                TestJob.scheduled("first", now -> left.decrementAndGet() > 0),
                TestJob.scheduled("second", now -> other.incrementAndGet() < 0));

        // when
        jobs.runOnce(World.START);

        // then
        assertThat(left).hasValue(0);
        assertThat(other).hasValue(1);
    }

    @Test
    void theTimeThatAnEmbedderGivesGoesOnWithTheClock() {
        // given
        List<Instant> told = new ArrayList<>();
        Jobs jobs = jobs(TestJob.scheduled("slow", now -> {
            told.add(now);
            clock.forward(Duration.ofMinutes(7));
            return told.size() < 2;
        }));
        Instant given = World.START.plus(Duration.ofDays(100));

        // when
        jobs.runOnce(given);

        // then
        assertThat(told).containsExactly(given, given.plus(Duration.ofMinutes(7)));
    }

    @Test
    void aFailingJobKeepsNoOtherFromRunning() {
        // given
        AtomicInteger ran = new AtomicInteger();
        List<String> heard = new ArrayList<>();
        Jobs jobs = new Jobs(
                List.of(
                        TestJob.scheduled("broken", now -> {
                            throw new AssertionError("as if a class were missing");
                        }),
                        TestJob.scheduled("sound", now -> ran.incrementAndGet() < 0)),
                clock,
                (job, took, failure) -> heard.add(job + " " + failure.isPresent()));

        // when
        jobs.runOnce(World.START);

        // then
        assertThat(ran).hasValue(1);
        assertThat(heard).containsExactly("broken true", "sound false");
    }

    @Test
    void aListenerThatFailsKeepsNoJobFromRunning() {
        // given
        AtomicInteger ran = new AtomicInteger();
        Jobs jobs = new Jobs(
                List.of(
                        TestJob.scheduled("first", now -> ran.incrementAndGet() < 0),
                        TestJob.scheduled("second", now -> ran.incrementAndGet() < 0)),
                clock,
                (job, took, failure) -> {
                    throw new IllegalStateException("cannot count");
                });

        // when
        jobs.runOnce(World.START);

        // then
        assertThat(ran).hasValue(2);
    }

    @Test
    void nothingStartsByItself() {
        // given
        AtomicInteger ran = new AtomicInteger();
        Jobs jobs = jobs(TestJob.woken("eager", now -> ran.incrementAndGet() < 0));

        // when
        jobs.wake();
        jobs.close();

        // then
        assertThat(ran).hasValue(0);
    }

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

    @Test
    void jobsStartOnce() {
        try (Jobs jobs = jobs()) {
            jobs.start();

            assertThatThrownBy(jobs::start).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatWasStoppedDoesNotStartAgain() {
        Jobs jobs = jobs();
        jobs.close();
        jobs.close();

        assertThatThrownBy(jobs::start).isInstanceOf(IllegalStateException.class);
    }

    private Jobs jobs(Job... list) {
        return new Jobs(List.of(list), clock, JobListener.NONE);
    }
}

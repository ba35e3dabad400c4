package org.clientportal.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

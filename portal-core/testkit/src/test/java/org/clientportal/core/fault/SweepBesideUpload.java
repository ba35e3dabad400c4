package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Portal;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.job.ContentSweep;
import org.clientportal.model.document.ContentKey;
import org.clientportal.testkit.SettableClock;

/** The sweep of what uploads left that were interrupted, while another upload is under way. */
final class SweepBesideUpload implements Action {
    /** How long the other upload takes: longer than any, and not so long that it is given up. */
    private static final Duration RUNNING = Duration.ofHours(22);

    private Set<ContentKey> orphans = Set.of();

    @Override
    public void given(Stage stage) {
        Set<ContentKey> before = stage.world().contentKeys();
        interrupt(stage, "one.pdf");
        interrupt(stage, "two.pdf");
        orphans = new HashSet<>(stage.world().contentKeys());
        orphans.removeAll(before);
        assertThat(orphans).hasSize(2);
        stage.world().clock().forward(ContentSweep.AGE.minus(RUNNING).plusSeconds(1));
    }

    /** An upload whose process dies when the bytes are stored. */
    private static void interrupt(Stage stage, String name) {
        Faults faults = Faults.in("put", Fault.CRASH_ANSWER_LOST);
        Portal dying = stage.world()
                .builder()
                .content(new FaultyContent(stage.world().content(), faults))
                .build();
        try {
            dying.uploads()
                    .upload(stage.world().admin(), stage.command(name), new ByteArrayInputStream(Stage.bytes(name)));
            throw new AssertionError("it goes on");
        } catch (Fault.Crashed dead) {
            assertThat(faults.struck()).isTrue();
        }
    }

    @Override
    public void act(Stage stage, Site faulty) {
        Sender sender = new Sender(stage.world().clock(), faulty);
        stage.right().portal().uploads().upload(stage.world().admin(), stage.command("running.pdf"), sender);
        sender.failure.ifPresent(failure -> {
            throw failure;
        });
    }

    @Override
    public void thenWhole(Stage stage, Ending ending) {
        assertThat(Stage.names(stage.shown())).containsExactly("running.pdf");
    }

    @Override
    public void thenAgain(Stage stage) {
        assertThat(stage.world().contentKeys()).doesNotContainAnyElementsOf(orphans);
    }

    @Override
    public String toString() {
        return "a sweep beside an upload";
    }

    /** Sends a file, slowly, and before its first byte there is a sweep. */
    private static final class Sender extends ByteArrayInputStream {
        private final SettableClock clock;
        private final Site faulty;
        private boolean swept;
        private Optional<PortalException> failure = Optional.empty();

        Sender(SettableClock clock, Site faulty) {
            super(Stage.bytes("running.pdf"));
            this.clock = clock;
            this.faulty = faulty;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            if (!swept) {
                swept = true;
                clock.forward(RUNNING);
                sweep();
            }
            return super.read(into, from, length);
        }

        private void sweep() {
            try {
                faulty.sweep();
            } catch (PortalException failed) {
                failure = Optional.of(failed);
            } catch (Fault.Crashed dead) {
                // Another node's, which is no concern of the upload.
            }
        }
    }
}

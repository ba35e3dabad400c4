package org.clientportal.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientportal.core.Portal;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.unit.Units;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes that no document names go within a day; those of a document stay. */
@Tag("rule:DO-6")
@Tag("promise:P25")
class ContentSweepTest {
    private final World world = new World(MemoryStorage.create());
    private final Units units = world.portal().units();
    private final Client acme = world.client("Acme");

    @Test
    void whatAnInterruptedUploadLeftIsGoneWithinADay() throws IOException {
        // given
        ContentKey orphan = interruptedUpload('a');

        // when
        world.clock().forward(Duration.ofHours(24).minus(new ContentSweep(units, world.content()).every()));
        sweep(world.content());

        // then
        assertThat(world.content().open(orphan, 0)).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void whatMayStillBeAnUploadIsLeftAlone() throws IOException {
        // given
        ContentKey running = interruptedUpload('a');

        // when
        world.clock().forward(Duration.ofHours(23));
        sweep(world.content());

        // then
        assertThat(world.content().open(running, 0)).isPresent();
        assertThat(pending()).isOne();
    }

    @Test
    void theBytesOfADocumentStay() {
        // given
        Document document = world.document(world.admin(), acme, FolderKind.ORDINARY, "letter.pdf");

        // when
        world.clock().forward(Duration.ofDays(400));
        sweep(world.content());

        // then
        world.thenReads(world.admin(), document, "letter.pdf");
    }

    @Test
    void anUploadThatTookLongerThanADayIsRefusedInsteadOfLosingItsBytes() {
        // given
        InputStream endless = sweptAtItsEnd(world::content);

        // when
        world.when(() -> world.portal().uploads().upload(world.admin(), slow(), endless))
                .isRefused(CoreError.NOT_FOUND);

        // then
        assertThat(pending()).isZero();
    }

    @Test
    void anUploadIsRefusedFromTheMomentItsBytesAreToBeSwept() {
        // given bytes that are not deleted at once
        InputStream endless = sweptAtItsEnd(() -> new StuckContent(world.content(), pendingKeys()));

        // when
        world.when(() -> world.portal().uploads().upload(world.admin(), slow(), endless))
                .isRefused(CoreError.NOT_FOUND);

        // then
        assertThat(pending()).isOne();
    }

    @Test
    void anUploadOfANodeThatDiedIsFoundByItsRow() {
        // given
        Portal dying =
                world.builder().content(new DeadlyContent(world.content())).build();
        assertThatThrownBy(() -> dying.uploads().upload(world.admin(), slow(), InputStream.nullInputStream()))
                .isInstanceOf(Killed.class);
        assertThat(world.contentKeys()).hasSize(1);

        // when
        world.clock().forward(Duration.ofDays(1));
        sweep(world.content());

        // then
        assertThat(world.contentKeys()).isEmpty();
    }

    @Test
    void bytesThatCannotBeDeletedAreTriedAgainLater() throws IOException {
        // given
        ContentKey orphan = interruptedUpload('a');
        world.clock().forward(Duration.ofDays(1));
        sweep(new StuckContent(world.content(), Set.of(orphan)));
        assertThat(pending()).isOne();

        // when
        sweep(world.content());

        // then
        assertThat(world.content().open(orphan, 0)).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void bytesThatCannotBeDeletedKeepNoOthersFromBeingDeleted() throws IOException {
        // given more of them than one step takes, and older
        Set<ContentKey> stuck = new HashSet<>();
        for (char c = 'a'; c < 'a' + 120; c++) {
            stuck.add(interruptedUpload(c));
        }
        world.clock().forward(Duration.ofMinutes(1));
        ContentKey other = interruptedUpload('A');

        // when
        world.clock().forward(Duration.ofDays(1));
        sweep(new StuckContent(world.content(), stuck));

        // then
        assertThat(world.contentKeys()).isEqualTo(stuck).doesNotContain(other);
    }

    @Test
    void moreThanOneStepTakesIsSweptStepByStep() throws IOException {
        // given
        for (char c = 'a'; c < 'a' + 60; c++) {
            interruptedUpload(c);
        }

        // when
        world.clock().forward(Duration.ofDays(1));
        sweep(world.content());

        // then
        assertThat(pending()).isZero();
    }

    private ContentKey interruptedUpload(char digit) throws IOException {
        ContentKey key = ContentKey.of(world.practiceId(), String.format("%032x", (int) digit));
        units.write(world.admin(), work -> {
            work.unit().pendingContent().insert(new PendingContent(new DocumentId(work.newId()), key, work.now()));
            return true;
        });
        world.content().put(key, new ByteArrayInputStream(new byte[] {1}), 10);
        return key;
    }

    private UploadDocument slow() {
        return UploadDocument.to(
                acme.id(), world.folder(acme, FolderKind.ORDINARY).id(), "slow.pdf");
    }

    /** Three bytes, and two days later the end, with a sweep right before it. */
    private InputStream sweptAtItsEnd(Supplier<ContentStore> content) {
        return new ByteArrayInputStream(new byte[] {1, 2, 3}) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                int read = super.read(into, from, length);
                if (read < 0) {
                    world.clock().forward(Duration.ofDays(2));
                    sweep(content.get());
                }
                return read;
            }
        };
    }

    private void sweep(ContentStore content) {
        ContentSweep sweep = new ContentSweep(units, content);
        boolean more = true;
        while (more) {
            more = sweep.run(units.now());
        }
    }

    private int pending() {
        return pendingKeys().size();
    }

    private Set<ContentKey> pendingKeys() {
        return units.system(unit -> unit.stalePendingContent(units.now().plusSeconds(1), 500)).stream()
                .map(pending -> pending.item().content())
                .collect(Collectors.toSet());
    }

    /** Cannot delete some bytes. */
    private record StuckContent(ContentStore content, Set<ContentKey> stuck) implements ContentStore {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            return content.put(key, bytes, limit);
        }

        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            return content.open(key, offset);
        }

        @Override
        public void delete(ContentKey key) throws IOException {
            if (stuck.contains(key)) {
                throw new IOException("the disk is stuck");
            }
            content.delete(key);
        }

        @Override
        public void close() {
            content.close();
        }
    }

    /** Its node dies when the bytes are stored. */
    private record DeadlyContent(ContentStore content) implements ContentStore {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            content.put(key, bytes, limit);
            throw new Killed();
        }

        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            return content.open(key, offset);
        }

        @Override
        public void delete(ContentKey key) throws IOException {
            content.delete(key);
        }

        @Override
        public void close() {
            content.close();
        }
    }

    /** What nothing catches. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}

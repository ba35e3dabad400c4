package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.core.Portal;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.ForwardingStorage;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** When the bytes' own store or the storage fails, nothing is lost and nothing half is shown. */
class FailingContentScenarios {
    @Scenario
    @Tag("rule:DO-6")
    @Tag("promise:P28")
    void aStoreThatCannotTakeTheBytesIsNotBlamedOnTheSender(World world) {
        // given
        Client acme = world.client("Acme");
        Portal portal = world.builder().content(new Full(world.content())).build();

        // when
        Outcome<Document> outcome =
                world.when(() -> portal.uploads().upload(world.admin(), command(world, acme), bytes()));

        // then
        PortalException refusal = outcome.isRefused(CoreError.CONTENT_UNAVAILABLE);
        assertThat(refusal).isInstanceOf(PortalException.Unavailable.class);
        assertThat(world.filesSeen(world.admin(), acme)).isEmpty();
        assertThat(world.contentKeys()).isEmpty();
    }

    @Scenario
    @Tag("rule:DO-6")
    @Tag("promise:P25")
    void anUploadOfUnknownOutcomeKeepsItsBytes(World world) {
        // given: the connection breaks in the commit that makes the document, which went through
        Client acme = world.client("Acme");
        AtomicInteger writes = new AtomicInteger();
        Portal portal = world.builder()
                .storage(new LostAnswer(world.storage(), () -> writes.incrementAndGet() == 2))
                .build();

        // when
        Outcome<Document> outcome =
                world.when(() -> portal.uploads().upload(world.admin(), command(world, acme), bytes()));

        // then
        outcome.isRefused(CoreError.OUTCOME_UNKNOWN);
        DocumentRow row = world.portal()
                .documents()
                .list(world.admin(), DocumentFilter.of(acme.id(), PageRequest.first(5)))
                .items()
                .get(0);
        assertThat(Bytes.of(world.portal()
                        .downloads()
                        .open(world.admin(), row.document().id(), 0)))
                .isEqualTo("hello");
    }

    @Scenario
    @Tag("promise:P28")
    void bytesThatCannotBeReadAreUnavailableAndNotMissing(World world) throws IOException {
        // given
        Client acme = world.client("Acme");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // when
        world.content().delete(file.content());

        // then
        world.when(() -> world.portal().downloads().open(world.admin(), file.id(), 0))
                .isRefused(CoreError.CONTENT_UNAVAILABLE);
    }

    private static UploadDocument command(World world, Client client) {
        return UploadDocument.to(
                client.id(), world.folder(client, FolderKind.ORDINARY).id(), "hello.txt");
    }

    private static InputStream bytes() {
        return new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8));
    }

    /** A disk without room. */
    private record Full(ContentStore store) implements ContentStore {
        @Override
        public Stored put(ContentKey key, InputStream bytes, long limit) throws IOException {
            bytes.readAllBytes();
            throw new IOException("no space left");
        }

        @Override
        public Optional<ReadableByteChannel> open(ContentKey key, long offset) throws IOException {
            return store.open(key, offset);
        }

        @Override
        public void delete(ContentKey key) throws IOException {
            store.delete(key);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** Storage that commits, and when told to says that it does not know. */
    private static final class LostAnswer extends ForwardingStorage {
        private final Supplier<Boolean> lost;

        LostAnswer(PortalStorage storage, Supplier<Boolean> lost) {
            super(storage);
            this.lost = lost;
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            T result = super.write(scope, work);
            if (lost.get()) {
                throw new StorageException.OutcomeUnknown(new IOException("connection reset"));
            }
            return result;
        }
    }
}

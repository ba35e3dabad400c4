package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FolderId;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Permissions are read for each contact and client, on every request. */
class RevocationScenarios {
    @Scenario
    @Tag("rule:PM-8")
    void clientAdminAtOneClientGivesNothingAtAnother(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Client gamma = world.client("Gamma");
        Document atBeta = world.document(world.admin(), beta, FolderKind.ORDINARY, "beta.pdf");
        Document atGamma = world.document(world.admin(), gamma, FolderKind.ORDINARY, "gamma.pdf");

        // when
        Actor joe =
                world.contact("Joe Both", Map.of(acme.id(), Terms.of(Permission.CLIENT_ADMIN), beta.id(), Terms.BASE));

        // then
        assertThat(world.filesSeen(joe, beta)).isEmpty();
        world.when(() -> world.portal().documents().get(joe, atBeta.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().documents().get(joe, atGamma.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.filesSeen(joe, gamma)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.document(joe, beta, FolderKind.ORDINARY, "mine.pdf"))
                .isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PM-8")
    @Tag("promise:P12")
    void aChangeBitesOnTheNextRequest(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Document tax = world.document(world.admin(), acme, FolderKind.TAX_RETURN, "tax.pdf");
        world.thenReads(jane, file, "file.pdf");

        // when
        set(world, jane, acme, Permission.TAX);

        // then
        world.when(() -> world.portal().documents().get(jane, file.id())).isRefused(CoreError.NOT_FOUND);
        assertThat(world.filesSeen(jane, acme)).containsExactly("tax.pdf");
        world.thenReads(jane, tax, "tax.pdf");
    }

    @Scenario
    @Tag("rule:PM-8")
    @Tag("promise:P12")
    void aRevocationOnOneNodeBitesOnTheOther(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Portal other = world.builder().build();
        assertThat(other.documents().get(jane, file.id()).document()).isEqualTo(file);

        // when
        set(world, jane, acme);

        // then
        world.when(() -> other.documents().get(jane, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> other.downloads().open(jane, file.id(), 0)).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PM-8")
    void aWriteDoesNotTrustTheGrantsOfItsSession(World world) {
        // given: a request whose session was read just before the revocation
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Actor late = withItsSession(world, jane);

        // when
        set(world, jane, acme);

        // then: what it shows goes by the session it came with, what it changes and hands out does not
        assertThat(world.portal().documents().get(late, file.id()).document()).isEqualTo(file);
        world.when(() -> world.portal().downloads().open(late, file.id(), 0)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.document(late, acme, FolderKind.ORDINARY, "late.pdf"))
                .isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PM-8")
    void aRunningDownloadStopsWithinASecondOfItsRevocation(World world) throws IOException {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        try (ReadableByteChannel bytes = world.portal().downloads().open(withItsSession(world, jane), file.id(), 0)) {
            assertThat(bytes.read(ByteBuffer.allocate(3))).isEqualTo(3);

            // when
            set(world, jane, acme);
            world.clock().forward(Duration.ofSeconds(1));

            // then
            world.when(() -> read(bytes)).isRefused(CoreError.NOT_FOUND);
            world.when(() -> read(bytes)).isRefused(CoreError.NOT_FOUND);
        }
    }

    @Scenario
    @Tag("rule:PM-8")
    void aRunningDownloadThatIsStillAllowedGoesOn(World world) throws IOException {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        try (ReadableByteChannel bytes = world.portal().downloads().open(jane, file.id(), 0)) {
            // when
            world.clock().forward(Duration.ofSeconds(1));
            int first = read(bytes);
            world.clock().forward(Duration.ofHours(1));

            // then
            assertThat(first).isEqualTo(1);
            assertThat(read(bytes)).isEqualTo(1);
        }
    }

    @Scenario
    @Tag("rule:PM-8")
    void aClockThatIsSetBackDoesNotKeepADownloadAlive(World world) throws IOException {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        try (ReadableByteChannel bytes = world.portal().downloads().open(jane, file.id(), 0)) {
            // when
            set(world, jane, acme);
            world.clock().forward(Duration.ofHours(-2));

            // then
            world.when(() -> read(bytes)).isRefused(CoreError.NOT_FOUND);
        }
    }

    @Scenario
    @Tag("rule:PM-8")
    void aRunningUploadStopsWithinASecondAndLeavesNothing(World world) {
        // given: a file of which the sender gives a byte at a time
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        FolderId folder = world.folder(acme, FolderKind.ORDINARY).id();
        Actor uploader = withItsSession(world, jane);
        AtomicInteger given = new AtomicInteger();
        InputStream slow = new Drip(() -> {
            if (given.incrementAndGet() == 3) {
                set(world, jane, acme);
            }
            world.clock().forward(Duration.ofMillis(500));
        });

        // when
        Outcome<Document> outcome = world.when(
                () -> world.portal().uploads().upload(uploader, UploadDocument.to(acme.id(), folder, "big.bin"), slow));

        // then
        outcome.isRefused(CoreError.NOT_FOUND);
        assertThat(given.get()).isBetween(3, 5);
        assertThat(world.filesSeen(world.admin(), acme)).isEmpty();
    }

    @Scenario
    @Tag("rule:PM-8")
    @Tag("promise:P16")
    void aRevocationBetweenTheBytesAndTheirRecordIsSeen(World world) {
        // given: access is taken away when the last byte is read, with no time passing
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        FolderId folder = world.folder(acme, FolderKind.ORDINARY).id();
        InputStream bytes = new SequenceInputStream(
                new ByteArrayInputStream(new byte[] {'a'}), new AtEnd(() -> set(world, jane, acme)));

        // when
        Outcome<Document> outcome = world.when(
                () -> world.portal().uploads().upload(jane, UploadDocument.to(acme.id(), folder, "late.txt"), bytes));

        // then
        outcome.isRefused(CoreError.NOT_FOUND);
        assertThat(world.filesSeen(world.admin(), acme)).isEmpty();
    }

    /** The contact with the grants that it has at this moment, as a request brings them along. */
    private static Actor withItsSession(World world, Actor contact) {
        ContactRow row = world.portal().contacts().get(world.admin(), World.contactId(contact));
        Actor.Known known = new Actor.Known(row.contact(), row.grants());
        return new Actor.Contact(world.practiceId(), row.contact().id(), Optional.of(known), Optional.empty());
    }

    private static void set(World world, Actor contact, Client client, Permission... permissions) {
        world.portal()
                .assignments()
                .setTerms(world.admin(), World.assignmentId(contact, client), Terms.of(permissions), Optional.empty());
    }

    private static int read(ReadableByteChannel bytes) {
        try {
            return bytes.read(ByteBuffer.allocate(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives one byte a read, for ever, and does something before each. */
    private static final class Drip extends InputStream {
        private final Runnable before;

        Drip(Runnable before) {
            this.before = before;
        }

        @Override
        public int read() {
            before.run();
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
        }
    }

    /** Gives nothing, and does something once it is asked. */
    private static final class AtEnd extends InputStream {
        private final Runnable then;
        private boolean done;

        AtEnd(Runnable then) {
            this.then = then;
        }

        @Override
        public int read() {
            if (!done) {
                done = true;
                then.run();
            }
            return -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return read();
        }
    }
}

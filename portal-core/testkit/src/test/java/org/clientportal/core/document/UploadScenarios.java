package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Files are taken in whole or not at all. */
class UploadScenarios {
    @Scenario
    @Tag("rule:DO-6")
    @Tag("promise:P25")
    void aCompleteFileHasItsLengthHashAndBytes(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        Document file = upload(world, acme, "hello.txt", Optional.of(5L), stream("hello"))
                .isDone();

        // then
        assertThat(file.size()).isEqualTo(5);
        assertThat(file.sha256()).hasToString("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(Bytes.of(world.portal().downloads().open(world.admin(), file.id(), 0)))
                .isEqualTo("hello");
        assertThat(pending(world)).isEmpty();
    }

    @Scenario
    @Tag("rule:DO-6")
    void itIsVisibleOnlyWhenComplete(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        List<String> meanwhile = new ArrayList<>();
        List<ContentKey> noted = new ArrayList<>();
        InputStream watched = new Watched(stream("hello"), () -> {
            meanwhile.addAll(world.filesSeen(jane, acme));
            meanwhile.addAll(world.filesSeen(world.admin(), acme));
            noted.addAll(pending(world));
        });

        // when
        upload(world, acme, "hello.txt", Optional.empty(), watched).isDone();

        // then
        assertThat(meanwhile).isEmpty();
        assertThat(noted).as("bytes noted before the first is read").isNotEmpty();
        assertThat(world.filesSeen(jane, acme)).containsExactly("hello.txt");
    }

    @Scenario
    @Tag("rule:DO-6")
    void aStreamThatBreaksLeavesNothing(World world) {
        // given
        Client acme = world.client("Acme");
        InputStream broken = new SequenceInputStream(stream("hel"), new Broken());

        // when
        Outcome<Document> outcome = upload(world, acme, "hello.txt", Optional.of(5L), broken);

        // then
        outcome.isRefused(CoreError.UPLOAD_INCOMPLETE);
        thenNothingIsKept(world, acme);
    }

    @Scenario
    @Tag("rule:DO-6")
    void aLieAboutTheLengthLeavesNothing(World world) {
        // given
        Client acme = world.client("Acme");

        // then
        for (long length : new long[] {0, 4, 6, 1_000_000}) {
            upload(world, acme, "hello.txt", Optional.of(length), stream("hello"))
                    .isRefused(CoreError.UPLOAD_INCOMPLETE);
        }
        thenNothingIsKept(world, acme);
    }

    @Scenario
    @Tag("rule:DO-6")
    void tooLargeAFileIsRefusedBeforeItsFirstByteWhereTheLengthIsKnown(World world) {
        // given
        Client acme = world.client("Acme");
        limit(world, 4);
        InputStream untouched = new Watched(stream("hello"), () -> {
            throw new AssertionError("read");
        });

        // then
        upload(world, acme, "hello.txt", Optional.of(5L), untouched).isRefused(CoreError.UPLOAD_TOO_LARGE);
        world.whenDone(() -> world.portal().uploads().check(world.admin(), command(world, acme, "a", Optional.of(5L))))
                .isRefused(CoreError.UPLOAD_TOO_LARGE);
        thenNothingIsKept(world, acme);
    }

    @Scenario
    @Tag("rule:DO-6")
    void tooLargeAFileOfUnknownLengthIsStoppedAndLeavesNothing(World world) {
        // given
        Client acme = world.client("Acme");
        limit(world, 4);

        // then
        upload(world, acme, "hello.txt", Optional.empty(), stream("hello")).isRefused(CoreError.UPLOAD_TOO_LARGE);
        thenNothingIsKept(world, acme);
        upload(world, acme, "four.txt", Optional.empty(), stream("four")).isDone();
    }

    @Scenario
    @Tag("rule:DO-6")
    void anEmptyFileIsAFile(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        Document empty =
                upload(world, acme, "empty.pdf", Optional.of(0L), stream("")).isDone();

        // then
        assertThat(empty.size()).isZero();
        assertThat(empty.mediaType()).isEqualTo("application/octet-stream");
    }

    @Scenario
    @Tag("rule:DO-6")
    @Tag("promise:P19")
    void theTypeIsFoundFromTheBytesAndNotBelieved(World world) {
        // given
        Client acme = world.client("Acme");
        String png = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR";

        // then
        assertThat(type(world, acme, "a.txt", "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj"))
                .isEqualTo("application/pdf");
        assertThat(type(world, acme, "photo.pdf", png)).isEqualTo("image/png");
        assertThat(type(world, acme, "report.pdf", "<html><script>alert(1)</script></html>"))
                .isEqualTo("text/html");
        assertThat(type(world, acme, "garbage.pdf", "\u0001\u0002\u0003\u0004\0\0\0"))
                .isEqualTo("application/octet-stream");
        assertThat(type(world, acme, "table.csv", "a,b\n1,2\n")).isEqualTo("text/csv");
    }

    @Scenario
    @Tag("rule:DO-7")
    @Tag("promise:P19")
    void aNameIsKeptSafeAndNeverBecomesAPath(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        Document file = upload(world, acme, "..\\../etc/\u202epass\u0000wd.txt", Optional.empty(), stream("x"))
                .isDone();

        // then
        assertThat(file.name()).hasToString("passwd.txt");
        assertThat(file.content().value()).matches(world.practiceId() + "/[0-9a-f]{32,64}");
        assertThat(world.filesSeen(world.admin(), acme)).containsExactly("passwd.txt");
    }

    private static Outcome<Document> upload(
            World world, Client client, String name, Optional<Long> length, InputStream bytes) {
        return world.when(
                () -> world.portal().uploads().upload(world.admin(), command(world, client, name, length), bytes));
    }

    private static UploadDocument command(World world, Client client, String name, Optional<Long> length) {
        return new UploadDocument(
                client.id(),
                world.folder(client, FolderKind.ORDINARY).id(),
                new FileName(name),
                length,
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static String type(World world, Client client, String name, String bytes) {
        return upload(
                        world,
                        client,
                        name,
                        Optional.empty(),
                        new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                .isDone()
                .mediaType();
    }

    private static void limit(World world, long bytes) {
        PracticeSettings old = world.practice().settings();
        PracticeSettings small = new PracticeSettings(
                old.admission(), old.means(), old.sessions(), old.deleteWindow(), bytes, old.invitationText());
        world.portal().practices().changeSettings(world.admin(), small, Optional.empty());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void thenNothingIsKept(World world, Client client) {
        assertThat(world.filesSeen(world.admin(), client)).isEmpty();
        assertThat(pending(world)).isEmpty();
        assertThat(world.contentKeys()).isEmpty();
    }

    /** The content of this practice that no document names. */
    private static List<ContentKey> pending(World world) {
        Instant never = world.clock().instant().plus(Duration.ofDays(9_999));
        return world.storage().system(unit -> unit.stalePendingContent(never, 1_000)).stream()
                .filter(owned -> owned.practice().equals(world.practiceId()))
                .map(owned -> owned.item().content())
                .toList();
    }

    /** Does something before each read. */
    private static final class Watched extends FilterInputStream {
        private final Runnable before;

        Watched(InputStream in, Runnable before) {
            super(in);
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            before.run();
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            before.run();
            return super.read(into, offset, length);
        }
    }

    /** A connection that is cut. */
    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}

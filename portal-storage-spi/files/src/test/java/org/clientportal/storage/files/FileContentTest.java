package org.clientportal.storage.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.model.document.ContentKey;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.tck.ContentConformance;
import org.clientportal.storage.tck.ContentSuite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest implements ContentConformance {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    @Override
    public ContentStore content() {
        return reopened();
    }

    @Override
    public ContentStore reopened() {
        try {
            return FileContent.open(shared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class Bytes extends ContentSuite {}

    @Test
    @DisplayName("a put that fails leaves no file at all")
    void nothingIsLeftOfAFailedPut() throws IOException {
        ContentStore content = FileContent.open(folder);
        assertThatThrownBy(() -> content.put(key(), new ByteArrayInputStream(new byte[100]), 99))
                .isInstanceOf(ContentStore.TooLong.class);
        InputStream cut = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                throw new IOException("connection reset");
            }
        };
        assertThatThrownBy(() -> content.put(key(), cut, 99)).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    @DisplayName("one put leaves one file")
    void onePutLeavesOneFile() throws IOException {
        ContentStore content = FileContent.open(folder);
        content.put(key(), new ByteArrayInputStream(new byte[100]), 100);
        assertThat(files()).hasSize(1);
    }

    @Test
    @DisplayName("what a crash left behind goes at the next opening once it is a day old, and nothing younger")
    void leftoversAreSwept() throws IOException {
        FileContent.open(folder);
        Path old = leftover("old", NOW.minus(FileContent.LEFT_BEHIND).minusSeconds(1));
        Path young = leftover("young", NOW.minus(FileContent.LEFT_BEHIND).plus(Duration.ofMinutes(1)));
        FileContent.open(folder, NOW);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    @DisplayName("a name that is gone before it is looked at keeps no store from opening")
    void namesThatVanishAreNoFault() throws IOException {
        FileContent.open(folder);
        Files.createSymbolicLink(folder.resolve("unfinished").resolve("finished meanwhile"), Path.of("nowhere"));
        assertThat(FileContent.open(folder, NOW)).isNotNull();
    }

    @Test
    @Tag("promise:P25")
    @DisplayName("what a crash left of bytes goes with their key, however young, also if it is their second name")
    void leftoversGoWithTheirKey() throws IOException {
        FileContent content = FileContent.open(folder);
        ContentKey key = key();
        List<Path> unfinished = new ArrayList<>();
        content.put(key, during(() -> unfinished.addAll(files())), 100);
        Path place = files().get(0);
        // as it is if the process is killed before it takes away the first name
        Files.createLink(unfinished.get(0), place);

        FileContent.open(folder).delete(key);

        assertThat(files()).isEmpty();
    }

    @Test
    @Tag("promise:P25")
    @DisplayName("what a crash left of other bytes stays until their own key is deleted")
    void leftoversOfOthersStay() throws IOException {
        FileContent content = FileContent.open(folder);
        ContentKey key = key();
        content.put(key, during(() -> content.delete(key())), 100);
        assertThat(files()).hasSize(1);
    }

    @Test
    @Tag("promise:P25")
    @DisplayName("bytes that are deleted while they come in are never kept")
    void nothingIsPutAfterItWasDeleted() throws IOException {
        FileContent content = FileContent.open(folder);
        ContentKey key = key();
        assertThatThrownBy(() -> content.put(key, during(() -> content.delete(key)), 100))
                .isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    @DisplayName("a folder that cannot be written is told by its name at the opening")
    void anUnwritableFolderIsTold() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> FileContent.open(file.resolve("below")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write files in " + file.resolve("below"));
    }

    @Test
    @DisplayName("a folder that is only read gives its bytes, by whatever path it is named, and is left as it is")
    void readingChangesNothing() throws IOException {
        ContentKey key = key();
        FileContent.open(folder).put(key, new ByteArrayInputStream(new byte[100]), 100);
        Path relative =
                Path.of("").toAbsolutePath().relativize(folder.toRealPath()).resolve(".");
        FileContent reading = FileContent.reading(relative);
        try (ReadableByteChannel bytes = reading.open(key, 0).orElseThrow()) {
            assertThat(Channels.newInputStream(bytes).readAllBytes()).hasSize(100);
        }
        FileContent.reading(folder.resolve("not there")).close();
        assertThat(folder.resolve("not there")).doesNotExist();
        assertThat(FileContent.reading(folder.resolve("not there")).files().hasNext())
                .isFalse();
    }

    @Test
    @DisplayName("its files come in the order of their keys' text, and what no key leads to under its path")
    void filesComeInOrder() throws IOException {
        FileContent content = FileContent.open(folder);
        List<String> keys = Stream.generate(FileContentTest::key)
                .limit(50)
                .map(ContentKey::value)
                .sorted()
                .toList();
        for (String key : keys) {
            content.put(new ContentKey(key), new ByteArrayInputStream(new byte[1]), 1);
        }
        leftover("left", NOW);
        List<String> found = new ArrayList<>();
        content.files().forEachRemaining(file -> found.add(file.key()));
        assertThat(found.remove("unfinished/left")).isTrue();
        assertThat(found).isEqualTo(keys);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** A hundred bytes, and before the first of them something else happens. */
    private static InputStream during(Step step) {
        return new FilterInputStream(new ByteArrayInputStream(new byte[100])) {
            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                step.run();
                return super.read(into, at, most);
            }
        };
    }

    private Path leftover(String name, Instant touched) throws IOException {
        Path file = Files.createFile(folder.resolve("unfinished").resolve(name));
        return Files.setLastModifiedTime(file, FileTime.from(touched));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static ContentKey key() {
        return new ContentKey(
                UUID.randomUUID() + "/" + UUID.randomUUID().toString().replace("-", ""));
    }
}

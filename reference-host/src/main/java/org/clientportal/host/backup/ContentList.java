package org.clientportal.host.backup;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.jdbc.NamedContent;

/** The list of the bytes that rows name, a line for each: practice, document, key, length and hash. */
final class ContentList implements AutoCloseable {
    private final FileOutputStream file;
    private final Writer out;
    private long lines;

    private ContentList(FileOutputStream file) {
        this.file = file;
        this.out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.US_ASCII));
    }

    static ContentList create(Path file) throws IOException {
        return new ContentList(new FileOutputStream(file.toFile()));
    }

    void add(NamedContent content) {
        try {
            out.write(content.practice() + "\t" + content.document() + "\t" + content.key() + "\t" + content.length()
                    + "\t" + content.sha256() + "\n");
            lines++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.flush();
            file.getFD().sync();
        }
    }

    static void each(Path file, Consumer<NamedContent> each) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split("\t", -1);
                each.accept(new NamedContent(
                        PracticeId.of(words[0]),
                        DocumentId.of(words[1]),
                        new ContentKey(words[2]),
                        Long.parseLong(words[3]),
                        new Sha256(words[4])));
            }
        }
    }
}

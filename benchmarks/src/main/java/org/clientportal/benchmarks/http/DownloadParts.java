package org.clientportal.benchmarks.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.benchmarks.data.Database;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.benchmarks.data.Databases;
import org.clientportal.benchmarks.data.Seed;
import org.clientportal.benchmarks.data.Seeded;
import org.clientportal.benchmarks.data.Size;
import org.clientportal.benchmarks.data.Visitor;
import org.clientportal.benchmarks.report.Figures;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.config.KeysFile;
import org.clientportal.model.document.Document;
import org.clientportal.model.session.ContactSession;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.files.FileContent;

/** What the parts of one download of 10 MiB take, each on its own and in turn, without HTTP. */
public final class DownloadParts {
    private static final int PIECE = 256 << 10;

    private final Seeded seeded;
    private final KeyRing keys;
    private final PortalStorage storage;
    private final FileContent content;
    private final Portal portal;

    private DownloadParts(Seeded seeded, KeyRing keys, PortalStorage storage, FileContent content, Portal portal) {
        this.seeded = seeded;
        this.keys = keys;
        this.storage = storage;
        this.content = content;
        this.portal = portal;
    }

    /** One part. */
    private interface Part {
        void run() throws IOException;
    }

    /**
     * Runs it.
     *
     * @param args folder for data, engine, how often
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        KeyRing keys = KeysFile.open(folder.resolve("keys"));
        try (Databases databases = new Databases(folder)) {
            Database database = databases.create(Engine.of(args[1]), "parts");
            Seeded seeded = Seed.plant(database, new Size(10, 100), keys);
            Path files = Server.files(folder, database);
            Document document =
                    DownloadRate.upload(files, seeded, seeded.visitors().get(0));
            try (PortalStorage storage = database.storage().build();
                    FileContent content = FileContent.open(files);
                    Portal portal =
                            Portal.builder().storage(storage).content(content).build()) {
                new DownloadParts(seeded, keys, storage, content, portal)
                        .run(document, Integer.parseInt(args[2]), folder);
            }
        }
    }

    private void run(Document document, int times, Path folder) throws IOException {
        Visitor visitor = seeded.visitors().get(0);
        String hash = keys.hash("session:contact", visitor.token());
        Actor she = actor(visitor, hash);
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        measure("session with grants", times, () -> actor(visitor, hash));
        measure("a look at the document", times, () -> portal.downloads().look(she, document.id()));
        measure(
                "opening: access, audit record, its commit, the file",
                times,
                () -> portal.downloads().open(she, document.id(), 0).close());
        measure("opening the file again and reading all of it", times, () -> {
            try (ReadableByteChannel bytes = content.open(document.content(), 0).orElseThrow()) {
                while (bytes.read(piece.clear()) >= 0) {
                    // What the network would be given.
                }
            }
        });
        measure(
                "noting that it was downloaded, later times",
                times,
                () -> portal.downloads().completed(she, document.id()));
        try (FileChannel file =
                FileChannel.open(Files.createTempFile(folder, "synced", ""), StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocateDirect(4 << 10);
            measure("to compare: 4 KiB written and made durable", times, () -> {
                file.write(bytes.clear());
                file.force(false);
            });
        }
    }

    private Actor actor(Visitor visitor, String hash) {
        ContactSession session = storage.read(
                        Scope.of(seeded.practice()), view -> view.sessions().findContactSession(hash))
                .orElseThrow();
        return new Actor.Contact(
                seeded.practice(),
                visitor.contact(),
                Optional.of(new Actor.Known(session.contact(), session.grants())),
                Optional.empty());
    }

    private void measure(String what, int times, Part part) throws IOException {
        List<Double> micros = new ArrayList<>();
        // Two thirds of them only warm it up.
        for (int i = 0; i < 3 * times; i++) {
            long begin = System.nanoTime();
            part.run();
            if (i >= 2 * times) {
                micros.add((System.nanoTime() - begin) / 1e3);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s, %s | %.0f us | | | | %s |%n",
                what,
                seeded.database().engine().label(),
                Figures.median(micros),
                Figures.load());
    }
}

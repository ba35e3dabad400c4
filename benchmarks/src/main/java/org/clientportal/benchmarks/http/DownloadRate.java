package org.clientportal.benchmarks.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.clientportal.benchmarks.data.Database;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.benchmarks.data.Databases;
import org.clientportal.benchmarks.data.Seed;
import org.clientportal.benchmarks.data.Seeded;
import org.clientportal.benchmarks.data.Size;
import org.clientportal.benchmarks.data.Visitor;
import org.clientportal.benchmarks.report.Figures;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.host.config.KeysFile;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.files.FileContent;

/** A download of 10 MiB: the reference host beside the rate at which Jetty sends constant bytes of that size. */
public final class DownloadRate {
    private static final int BYTES = 10 << 20;
    /** Some thousands of downloads, until which the portal's code is compiled; the peer has hardly any. */
    private static final int WARM_UP_SECONDS = 15;

    private static final double MIB = 1 << 20;

    private DownloadRate() {}

    /**
     * Runs it.
     *
     * @param args folder for data, engine, rounds, seconds a round
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Duel duel = new Duel(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        Path keys = folder.resolve("keys");
        try (Databases databases = new Databases(folder)) {
            Database database = databases.create(Engine.of(args[1]), "downloads");
            Seeded seeded = Seed.plant(database, new Size(10, 100), KeysFile.open(keys));
            Visitor visitor = seeded.visitors().get(0);
            Document document = upload(Server.files(folder, database), seeded, visitor);
            String path = "/api/v1/portal/documents/" + document.id() + "/content";
            Wrk ours = new Wrk(folder, List.of(new Wrk.Get(path, visitor.token())));
            Wrk constant = new Wrk(folder, List.of(new Wrk.Get("/constant", visitor.token())));
            try (Server portal = Server.portal(folder, database, keys);
                    Server plain = Server.plain(folder, database, keys, BYTES)) {
                for (int connections : List.of(1, 4)) {
                    Duel.Result result = duel.run(
                            (c, seconds) -> ours.run(portal, c, seconds),
                            (c, seconds) -> constant.run(plain, c, seconds),
                            connections,
                            WARM_UP_SECONDS);
                    Figures.row(
                            "download of 10 MiB, " + database.engine().label() + ", " + connections + " connections",
                            text(result.ours()),
                            text(result.peer()),
                            result.ratio(),
                            "0.9 or more");
                }
            }
        }
    }

    static Document upload(Path files, Seeded seeded, Visitor visitor) throws IOException {
        byte[] bytes = new byte[BYTES];
        new Random(1).nextBytes(bytes);
        Actor firm = Actors.service(seeded.practice(), "benchmark");
        try (PortalStorage storage = seeded.database().storage().build();
                FileContent content = FileContent.open(files);
                Portal portal =
                        Portal.builder().storage(storage).content(content).build()) {
            UploadDocument upload = new UploadDocument(
                    visitor.client(),
                    portal.folders().list(firm, visitor.client()).stream()
                            .filter(one -> !one.kind().isTax())
                            .findFirst()
                            .orElseThrow()
                            .id(),
                    new FileName("large.bin"),
                    Optional.of((long) BYTES),
                    true,
                    Optional.empty(),
                    Optional.empty());
            return portal.uploads().upload(firm, upload, new ByteArrayInputStream(bytes));
        }
    }

    private static String text(Wrk.Rate rate) {
        return String.format(
                Locale.ROOT,
                "%.0f MiB/s, %.2f ms/MiB",
                rate.bytesPerSecond() / MIB,
                rate.processorMillis() * MIB / BYTES);
    }
}

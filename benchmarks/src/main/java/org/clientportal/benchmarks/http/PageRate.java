package org.clientportal.benchmarks.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientportal.benchmarks.data.Database;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.benchmarks.data.Databases;
import org.clientportal.benchmarks.data.Seed;
import org.clientportal.benchmarks.data.Seeded;
import org.clientportal.benchmarks.data.Size;
import org.clientportal.benchmarks.report.Figures;
import org.clientportal.host.config.KeysFile;

/** A documents page of 50 rows over HTTP: the reference host beside a handler written by hand. */
public final class PageRate {
    private static final int WARM_UP_SECONDS = 8;
    private static final List<Integer> CONNECTIONS = List.of(1, 32);

    private PageRate() {}

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
            Database database = databases.create(Engine.of(args[1]), "pages");
            Seeded seeded = Seed.plant(database, Size.PAGES, KeysFile.open(keys));
            run(folder, seeded, keys, duel);
        }
    }

    private static void run(Path folder, Seeded seeded, Path keys, Duel duel) throws IOException, InterruptedException {
        Wrk wrk = new Wrk(
                folder,
                seeded.visitors().stream()
                        .map(visitor ->
                                new Wrk.Get("/api/v1/portal/documents?clientId=" + visitor.client(), visitor.token()))
                        .toList());
        try (Server portal = Server.portal(folder, seeded.database(), keys);
                Server plain = Server.plain(folder, seeded.database(), keys, 1)) {
            for (int connections : CONNECTIONS) {
                Duel.Result result = duel.run(
                        (c, seconds) -> wrk.run(portal, c, seconds),
                        (c, seconds) -> wrk.run(plain, c, seconds),
                        connections,
                        WARM_UP_SECONDS);
                Figures.row(
                        "documents page, " + seeded.database().engine().label() + ", " + connections + " connections",
                        text(result.ours()),
                        text(result.peer()),
                        result.ratio(),
                        "0.8 or more");
            }
        }
    }

    private static String text(Wrk.Rate rate) {
        return String.format(
                Locale.ROOT,
                "%.0f/s, p50 %.1f ms, p99 %.1f ms, processor %.2f ms",
                rate.perSecond(),
                rate.p50() / 1e3,
                rate.p99() / 1e3,
                rate.processorMillis());
    }
}

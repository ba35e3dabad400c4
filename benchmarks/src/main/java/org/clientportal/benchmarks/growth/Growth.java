package org.clientportal.benchmarks.growth;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientportal.benchmarks.data.Database;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.benchmarks.data.Databases;
import org.clientportal.benchmarks.data.Seed;
import org.clientportal.benchmarks.data.Seeded;
import org.clientportal.benchmarks.data.Size;
import org.clientportal.benchmarks.report.Figures;
import org.clientportal.core.secret.KeyRing;

/** What a page costs where there is much, beside the same page where there is little; in turn, in one process. */
public final class Growth {
    private static final int AT_ONCE = 20;

    private Growth() {}

    /**
     * Runs it.
     *
     * @param args folder for data, engine, documents of the large one, rounds
     */
    public static void main(String[] args) throws Exception {
        Engine engine = Engine.of(args[1]);
        int documents = Integer.parseInt(args[2]);
        int rounds = Integer.parseInt(args[3]);
        KeyRing keys = KeyRing.random("k1");
        try (Databases databases = new Databases(Path.of(args[0]))) {
            try (Looks small = looks(databases.create(engine, "small"), new Size(10, 1_000), 1_000, keys);
                    Looks large = looks(
                            databases.create(engine, "large"), new Size(documents / 100, documents), 100_000, keys)) {
                String many = String.format(Locale.ROOT, "%,d documents beside 1,000, ", documents) + engine.label();
                compare("documents page, " + many, large::documents, small::documents, rounds);
                compare("search by name, " + many, large::search, small::search, rounds);
                compare("client list, 100,000 beside 1,000, " + engine.label(), large::clients, small::clients, rounds);
            }
            try (Looks small = looks(databases.create(engine, "few"), new Size(1, 1_000), 1, keys);
                    Looks large = looks(databases.create(engine, "many"), new Size(1, 200_000), 1, keys)) {
                String many = "200,000 of one client beside 1,000, " + engine.label();
                compare("documents page, " + many, large::documents, small::documents, rounds);
                compare("search for a rare name, " + many, large::rare, small::rare, Math.min(rounds, 10));
            }
        }
    }

    private static Looks looks(Database database, Size size, int clients, KeyRing keys) {
        Seeded seeded = Seed.plant(database, size, keys);
        if (clients > size.clients()) {
            Seed.moreClients(database, size.clients(), clients);
        }
        return new Looks(seeded);
    }

    private static void compare(String what, Runnable large, Runnable small, int rounds) {
        for (int i = 0; i < rounds; i++) {
            micros(large);
            micros(small);
        }
        List<Double> much = new ArrayList<>();
        List<Double> little = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            double l = micros(large);
            double s = micros(small);
            much.add(l);
            little.add(s);
            ratios.add(l / s);
        }
        Figures.row(what, micros(much), micros(little), Figures.median(ratios), "1.5 or less");
    }

    private static String micros(List<Double> figures) {
        return String.format(Locale.ROOT, "%.0f us", Figures.median(figures));
    }

    private static double micros(Runnable look) {
        long start = System.nanoTime();
        for (int i = 0; i < AT_ONCE; i++) {
            look.run();
        }
        return (System.nanoTime() - start) / 1e3 / AT_ONCE;
    }
}

package org.clientportal.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that kills as often as it is told to and prints what came of it; ends with 1 if anything was wrong. */
final class KillCount {
    /** So many rounds on the same data, then anew. */
    private static final int BATCH = 50;

    private KillCount() {}

    /**
     * @param arguments {@code sqlite} or {@code postgresql}, the number of kills, the seed, and the minutes after which no
     *     more batch begins
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        boolean sqlite = arguments[0].equals("sqlite");
        int kills = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(Long.parseLong(arguments[3]));
        List<String> flaws = new ArrayList<>();
        long acknowledged = 0;
        for (int done = 0; done < kills && System.nanoTime() < end; done += BATCH) {
            int batch = Math.min(BATCH, kills - done);
            Path folder = Files.createTempDirectory("portal-kills");
            acknowledged +=
                    sqlite ? sqlite(folder, batch, seed + done, flaws) : postgres(folder, batch, seed + done, flaws);
            delete(folder);
            System.out.printf(
                    "%s kills %d seed %d acknowledged %d flaws %d%n",
                    arguments[0], done + batch, seed + done, acknowledged, flaws.size());
        }
        flaws.forEach(System.out::println);
        System.exit(flaws.isEmpty() ? 0 : 1);
    }

    private static long sqlite(Path folder, int kills, long seed, List<String> flaws) throws IOException, SQLException {
        try (KillRounds rounds = new KillRounds(folder, Optional.empty(), seed)) {
            for (int i = 0; i < kills; i++) {
                rounds.killHost();
            }
            flaws.addAll(rounds.flaws());
            return rounds.acknowledged();
        }
    }

    /** The host and the database in turns. */
    private static long postgres(Path folder, int kills, long seed, List<String> flaws)
            throws IOException, SQLException {
        try (PostgresServer database = PostgresServer.start(folder.resolve("pg"), Map.of());
                KillRounds rounds = new KillRounds(folder.resolve("site"), Optional.of(database), seed)) {
            for (int i = 0; i < kills; i++) {
                if (i % 2 == 0) {
                    rounds.killHost();
                } else {
                    rounds.killDatabase();
                }
            }
            flaws.addAll(rounds.flaws());
            return rounds.acknowledged();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}

package org.clientportal.host.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Measures whether the time of an answer tells if an address is known (P4): both kinds of request in random order, on one
 * connection, compared by the rank-sum test. No test, since a clock decides; {@code .ci/sign-in-timing} runs it.
 */
final class SignInTiming {
    private final Site site;
    private final Guest guest;
    private final Random random = new Random(20260515);

    private SignInTiming(Site site) {
        this.site = site;
        this.guest = site.nobody(site.here);
    }

    /** @param args how many samples of each kind */
    public static void main(String[] args) throws IOException {
        int samples = args.length == 0 ? 5_000 : Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("sign-in-timing");
        try (Database database = Database.sqlite(folder);
                Site site = new Site(database)) {
            Holding own = Holding.at(site, site.here);
            String known = own.email();
            String unknown = known.replace("contact", "nobodyx");
            SignInTiming timing = new SignInTiming(site);
            System.out.println("| Request | Samples | Median, known | Median, unknown | Difference | p |");
            System.out.println("|---|---|---|---|---|---|");
            timing.compare(
                    "asking for a link",
                    samples,
                    List.of(known, unknown),
                    email -> timing.post("/api/v1/sign-in/link", "{\"side\":\"CONTACT\",\"email\":\"" + email + "\"}"));
            timing.compare(
                    "a wrong code",
                    samples,
                    List.of(known, unknown),
                    email -> timing.post(
                            "/api/v1/sign-in/code",
                            "{\"side\":\"CONTACT\",\"email\":\"" + email + "\",\"code\":\"00000000\"}"));
        }
    }

    private void compare(String what, int samples, List<String> emails, ToDoubleFunction<String> request) {
        double[][] times = new double[2][samples];
        for (int i = -samples / 10; i < samples; i++) {
            // Another day: nobody is over a limit.
            site.forward(Duration.ofDays(1));
            int first = random.nextInt(2);
            for (int kind : List.of(first, 1 - first)) {
                double time = request.applyAsDouble(emails.get(kind));
                if (i >= 0) {
                    times[kind][i] = time;
                }
            }
        }
        double difference = median(times[0]) - median(times[1]);
        System.out.printf(
                Locale.ROOT,
                "| %s | 2 x %d | %.3f ms | %.3f ms | %+.3f ms | %.3f |%n",
                what,
                samples,
                median(times[0]),
                median(times[1]),
                difference,
                rankSum(times[0], times[1]));
    }

    /** In milliseconds. */
    private double post(String path, String json) {
        long begin = System.nanoTime();
        guest.send("POST", path, Body.json(json), Map.of());
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The two-sided probability, by Mann and Whitney, that two such samples come of one distribution. */
    private static double rankSum(double[] a, double[] b) {
        double[] all = new double[a.length + b.length];
        System.arraycopy(a, 0, all, 0, a.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        double ranks = 0;
        for (double value : a) {
            int from = lowerBound(all, value);
            int to = lowerBound(all, Math.nextUp(value));
            ranks += (from + to + 1) / 2.0;
        }
        double n = a.length;
        double m = b.length;
        double u = ranks - n * (n + 1) / 2;
        double z = Math.abs(u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return 2 * (1 - normal(z));
    }

    private static int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The normal distribution, after Abramowitz and Stegun 26.2.17. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 1 - Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * tail;
    }
}

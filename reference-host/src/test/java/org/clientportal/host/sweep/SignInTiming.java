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
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Measures whether the time of an answer tells if an address is known (P4): both kinds of request in random order, on one
 * connection, compared by the rank-sum test. No test, since a clock decides; {@code .ci/sign-in-timing} runs it.
 */
final class SignInTiming {
    /** What may come of equal times by chance, and how far apart they may be in the middle, in milliseconds. */
    private static final double CHANCE = 0.01;

    private static final double APART = 1;

    private final Random random = new Random(20260515);
    private final int samples;
    private final Site site;
    private final Guest guest;
    private final Holding own;
    private final List<String> emails;
    private boolean told;

    private SignInTiming(int samples, Site site) {
        this.samples = samples;
        this.site = site;
        this.guest = site.nobody(site.here);
        this.own = Holding.at(site, site.here);
        String known = Holding.at(site, site.here).email();
        this.emails = List.of(known, known.replace("contact", "nobodyx"));
    }

    /**
     * Ends with 1 if time tells, or if an answer is not the one that is measured.
     *
     * @param args how many samples of each kind
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("sign-in-timing");
        SignInTiming timing;
        try (Database database = Database.sqlite(folder);
                Site site = new Site(database)) {
            timing = new SignInTiming(args.length == 0 ? 5_000 : Integer.parseInt(args[0]), site);
            timing.measure();
        }
        System.exit(timing.told ? 1 : 0);
    }

    private void measure() {
        System.out.println("| Request | Answer | Samples | Median, known | Median, unknown | Difference | p |");
        System.out.println("|---|---|---|---|---|---|---|");
        compare("asking for a link", 202, email -> () -> askedForALink(email));
        compare("asking for a link on the page", 303, email -> () -> form("/sign-in", "email=" + escaped(email)));
        compare("a wrong code", 422, email -> {
            // Whoever guesses asks first: of a known address there is a code then, which opens in this browser.
            askedForALink(email);
            String json = "{\"side\":\"CONTACT\",\"email\":\"" + email + "\",\"code\":\"00000000\"}";
            return () -> post("/api/v1/sign-in/code", json);
        });
        compare("a wrong address on a mailed link's page", 422, email -> {
            site.auth.links().send(own.firm(), own.contact().id());
            String token = site.tokenMailedTo(
                    own.contact().profile().orElseThrow().email().orElseThrow());
            return () -> form("/in", "token=" + token + "&email=" + escaped(email));
        });
    }

    /** @param request makes ready what is not measured, and gives what is */
    private void compare(String what, int status, Function<String, Supplier<Guest.Reply>> request) {
        double[][] times = new double[2][samples];
        for (int i = -samples / 10; i < samples; i++) {
            int first = random.nextInt(2);
            for (int kind : List.of(first, 1 - first)) {
                // Another day: nobody is over a limit.
                site.forward(Duration.ofDays(1));
                Supplier<Guest.Reply> measured = request.apply(emails.get(kind));
                long begin = System.nanoTime();
                Guest.Reply reply = measured.get();
                double time = (System.nanoTime() - begin) / 1e6;
                if (reply.status() != status) {
                    throw new IllegalStateException(what + ": " + reply.status() + " " + reply.body());
                }
                if (i >= 0) {
                    times[kind][i] = time;
                }
            }
        }
        double difference = median(times[0]) - median(times[1]);
        double chance = rankSum(times[0], times[1]);
        told |= chance <= CHANCE || Math.abs(difference) >= APART;
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | 2 x %d | %.3f ms | %.3f ms | %+.3f ms | %.3f |%n",
                what,
                status,
                samples,
                median(times[0]),
                median(times[1]),
                difference,
                chance);
    }

    private Guest.Reply askedForALink(String email) {
        return post("/api/v1/sign-in/link", "{\"side\":\"CONTACT\",\"email\":\"" + email + "\"}");
    }

    private Guest.Reply post(String path, String json) {
        return guest.send("POST", path, Body.json(json), Map.of("Cookie", "browser=" + guest.browser()));
    }

    private Guest.Reply form(String path, String form) {
        return guest.send("POST", path, Body.form(form), Map.of());
    }

    private static String escaped(String email) {
        return email.replace("@", "%40");
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

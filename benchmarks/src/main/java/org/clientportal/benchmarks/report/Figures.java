package org.clientportal.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints rows of a Markdown table, each with how busy the machine was when it was measured. */
public final class Figures {
    private Figures() {}

    /** The head of the table. */
    public static void head() {
        System.out.println("| what | portal | beside | ratio | wanted | load |");
        System.out.println("|---|---|---|---|---|---|");
    }

    /** One row. */
    public static void row(String what, String ours, String peer, double ratio, String wanted) {
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %.2f | %s | %s |%n", what, ours, peer, ratio, wanted, load());
        System.out.flush();
    }

    /** The middle of an odd number of figures, the upper of the two in the middle of an even one. */
    public static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** What the machine, and Java on it, are. */
    public static String machine() {
        return Runtime.getRuntime().availableProcessors() + " cores, Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version");
    }

    /** The load of the last minute, as the system counts it. */
    public static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException e) {
            return String.format(
                    Locale.ROOT,
                    "%.2f",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        }
    }
}

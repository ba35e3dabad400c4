package org.clientportal.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a process asked of the system, in the order in which it was done, as {@code strace} wrote it down. */
final class SystemCalls {
    private static final Pattern LINE = Pattern.compile("(\\d+) +(.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(.*)");
    private static final String UNFINISHED = " <unfinished ...>";

    private final List<String> done;

    private SystemCalls(List<String> done) {
        this.done = done;
    }

    /** Words before a command that trace it into a file; the process stays the one that was started. */
    static List<String> tracing(Path file) {
        return List.of(
                "strace",
                "-D",
                "-f",
                "-y",
                "-qq",
                "-s",
                "64",
                "-e",
                "trace=fsync,fdatasync,link,linkat,write,writev,sendto,sendmsg",
                "-o",
                file.toString());
    }

    /** Whether processes can be traced here. */
    static boolean canBeTraced() {
        try {
            return new ProcessBuilder("strace", "-qq", "-e", "trace=none", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call that was interrupted by others' stands where it ended. */
    static SystemCalls read(Path file) {
        Map<String, String> begun = new HashMap<>();
        List<String> done = new ArrayList<>();
        for (String text : lines(file)) {
            Matcher line = LINE.matcher(text);
            if (!line.matches()) {
                continue;
            }
            String thread = line.group(1);
            String call = line.group(2);
            Matcher resumed = RESUMED.matcher(call);
            if (call.endsWith(UNFINISHED)) {
                begun.put(thread, call.substring(0, call.length() - UNFINISHED.length()));
            } else if (resumed.matches()) {
                done.add(begun.getOrDefault(thread, "") + resumed.group(1));
            } else {
                done.add(call);
            }
        }
        return new SystemCalls(done);
    }

    /**
     * Where the first call of this form stands from a place on.
     *
     * @throws AssertionError if there is none
     */
    int find(String form, int from) {
        return search(form, from)
                .orElseThrow(
                        () -> new AssertionError("no " + form + " after " + from + " in\n" + String.join("\n", done)));
    }

    /** Whether there is a call of this form from a place on. */
    boolean has(String form, int from) {
        return search(form, from).isPresent();
    }

    private OptionalInt search(String form, int from) {
        Pattern pattern = Pattern.compile(form);
        return IntStream.range(from, done.size())
                .filter(i -> pattern.matcher(done.get(i)).find())
                .findFirst();
    }

    /** How many there are, which is where the next will stand. */
    int count() {
        return done.size();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

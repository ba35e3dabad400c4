import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Takes each guard of the lists beside it out in turn, in a copy of the tree, and runs the tests that must go red.
 *
 * <pre>
 *   .ci/guards                  all; what came of each is written beside its list
 *   .ci/guards portal-auth      those of one list, or of all whose names begin so
 *   .ci/guards P5 some-guard    those of a promise or a rule, and those of these names
 *   .ci/guards --check          none; says which text or test is no longer there
 * </pre>
 *
 * An entry of a list has a line for each of these:
 *
 * <pre>
 *   guard  its name
 *   proves the promises and rules that it keeps
 *   what   what it does, in a sentence
 *   in     the file that it is taken out of; several, if it takes several to do without it
 *   -      the text that is taken out, on as many lines as it needs; it stands there once
 *   +      what stands in its place; left out: nothing
 *   red    the module and the test that must go red, on at least one storage; several: each of them
 *   with   more for Maven, such as -Dportal.full=true to try PostgreSQL too
 * </pre>
 *
 * MVN in the environment stands in for {@code mvn}, such as {@code MVN="mvn -o"}.
 */
public final class Guards {
    private static final Path LISTS = Path.of(".ci/guards.d");
    private static final String REPORTS = "target/quick/surefire-reports";

    private static final int LONGEST_MINUTES = 15;
    private static final List<String> DID_NOT_RUN = List.of("did not run");

    private Guards() {}

    public static void main(String[] args) throws Exception {
        List<Guard> all = new ArrayList<>();
        for (Path list : files(LISTS, ".guards")) {
            all.addAll(Guard.listed(list));
        }
        Set<String> names = new HashSet<>();
        List<String> faults = all.stream()
                .flatMap(guard -> Stream.concat(
                        guard.faults(), names.add(guard.name()) ? Stream.empty() : Stream.of(guard.name() + ": twice")))
                .toList();
        faults.forEach(System.err::println);
        if (List.of(args).contains("--check") || !faults.isEmpty()) {
            System.out.printf("%d guards are listed, %d faults%n", all.size(), faults.size());
            System.exit(faults.isEmpty() ? 0 : 1);
        }
        List<Guard> chosen =
                all.stream().filter(guard -> guard.isOneOf(Set.of(args))).toList();
        List<Outcome> outcomes = tried(chosen);
        for (String list : chosen.stream().map(Guard::list).distinct().toList()) {
            write(
                    list,
                    all,
                    outcomes.stream()
                            .filter(outcome -> outcome.guard().list().equals(list))
                            .toList());
        }
        System.out.printf(
                "%d of %d went red%n", outcomes.stream().filter(Outcome::isRed).count(), outcomes.size());
        System.exit(!outcomes.isEmpty() && outcomes.stream().allMatch(Outcome::isRed) ? 0 : 1);
    }

    /** What is taken out of a file, and what stands in its place. All white space counts as one blank. */
    record Cut(Path file, StringBuilder out, StringBuilder in) {
        Matcher in(String text) {
            return Pattern.compile(Stream.of(out.toString().strip().split("\\s+"))
                            .map(Pattern::quote)
                            .collect(Collectors.joining("\\s+")))
                    .matcher(text);
        }

        void takenOut(Path root) throws IOException {
            Path path = root.resolve(file);
            String with = Matcher.quoteReplacement(in.toString().strip());
            Files.writeString(path, in(Files.readString(path)).replaceFirst(with));
        }
    }

    /** A test class, or a method of it, in a module. */
    record Test(String module, String type, String method) {
        static Test of(String text) {
            String[] words = text.split("\\s+|#");
            return new Test(words[0], words[1], words.length > 2 ? words[2] : "");
        }

        @Override
        public String toString() {
            return type + (method.isEmpty() ? "" : "#" + method);
        }

        String shortName() {
            return toString().substring(type.lastIndexOf('.') + 1);
        }

        boolean isThere() {
            Path file = Path.of(module, "src/test/java", type.replace('.', '/') + ".java");
            return Files.exists(file) && read(file).contains(method);
        }

        /** What reports call it, if it has a name for people. */
        private String displayed() {
            Matcher named = Pattern.compile("@DisplayName\\(\"([^\"]*)\"\\)[^;{}]*\\bvoid " + Pattern.quote(method) + "\\(")
                    .matcher(read(Path.of(module, "src/test/java", type.replace('.', '/') + ".java")));
            return named.find() ? named.group(1) : "";
        }

        /** What a run of this test ran on, such as a storage: its name in a report begins with the method and ends so. */
        Optional<String> where(Element run) {
            String name = run.getAttribute("name");
            boolean same = run.getAttribute("classname").split("\\$")[0].equals(type)
                    && (name.matches("(?s)" + Pattern.quote(method) + "\\b.*") || name.equals(displayed()));
            if (same && !name.startsWith(method)) {
                return Optional.of("itself");
            }
            String rest = name.substring(same ? method.length() : 0)
                    .replaceFirst("^\\([^)]*\\)", "")
                    .replaceAll("\\s+", " ")
                    .strip();
            return same ? Optional.of(rest.isEmpty() ? "itself" : rest) : Optional.empty();
        }
    }

    /** One entry of a list. */
    record Guard(String list, String name, List<String> proves, List<Cut> cuts, List<Test> tests, List<String> with) {
        static List<Guard> listed(Path file) {
            String list = file.getFileName().toString().replace(".guards", "");
            List<Guard> guards = new ArrayList<>();
            for (String line : read(file).split("\n")) {
                String key = line.split("\\s", 2)[0];
                String rest = line.substring(key.length()).strip();
                if (key.equals("guard")) {
                    guards.add(new Guard(
                            list, rest, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                }
                Guard last = guards.isEmpty() ? null : guards.get(guards.size() - 1);
                switch (key) {
                    case "proves" -> last.proves.addAll(List.of(rest.split("\\s+")));
                    case "in" -> last.cuts.add(new Cut(Path.of(rest), new StringBuilder(), new StringBuilder()));
                    case "-" ->
                        last.cuts.get(last.cuts.size() - 1).out.append(rest).append('\n');
                    case "+" ->
                        last.cuts.get(last.cuts.size() - 1).in.append(rest).append('\n');
                    case "red" -> last.tests.add(Test.of(rest));
                    case "with" -> last.with.addAll(List.of(rest.split("\\s+")));
                    case "guard", "what", "", "#" -> {}
                    default -> throw new IllegalArgumentException(file + ": " + line);
                }
            }
            return guards;
        }

        boolean isOneOf(Set<String> wanted) {
            return wanted.isEmpty()
                    || wanted.contains(name)
                    || wanted.stream().anyMatch(one -> list.equals(one) || list.startsWith(one + "-"))
                    || proves.stream().anyMatch(wanted::contains);
        }

        /** Whether it names classes, with all that is nested in them: beside methods Surefire leaves those out. */
        boolean isWhole() {
            return tests.stream().allMatch(test -> test.method().isEmpty());
        }

        Stream<String> faults() {
            Stream<String> texts = cuts.stream()
                    .filter(cut -> !Files.exists(cut.file())
                            || cut.in(read(cut.file())).results().count() != 1)
                    .map(cut -> list + " " + name + ": not found exactly once in " + cut.file() + ": " + cut.out);
            Stream<String> gone =
                    tests.stream().filter(test -> !test.isThere()).map(test -> list + " " + name + ": no test " + test);
            Stream<String> empty = Stream.of(proves, cuts, tests)
                    .filter(List::isEmpty)
                    .map(none -> list + " " + name + ": is not complete");
            return Stream.of(texts, gone, empty).flatMap(faults -> faults);
        }
    }

    record Outcome(Guard guard, String verdict, String words) {
        boolean isRed() {
            return verdict.equals("red");
        }

        @Override
        public String toString() {
            return "%-11s  %-36s  %-12s  %s".formatted(verdict, guard.name(), String.join(" ", guard.proves()), words);
        }
    }

    private static List<Outcome> tried(List<Guard> chosen) throws Exception {
        Path copy = Files.createTempDirectory("guards-");
        try {
            copyTo(copy);
            System.out.printf("%d guards; first what tests them, with all in place%n", chosen.size());
            Map<Test, List<String>> green = new LinkedHashMap<>();
            for (List<Guard> alike : chosen.stream()
                    .collect(Collectors.groupingBy(guard -> List.of(guard.with(), guard.isWhole())))
                    .values()) {
                green.putAll(failures(copy, alike)
                        .orElseThrow(() -> new IllegalStateException("not even with all in place")));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Guard guard : chosen) {
                List<Test> bad = guard.tests().stream()
                        .filter(test -> !green.get(test).isEmpty())
                        .toList();
                Outcome outcome = bad.isEmpty()
                        ? tried(copy, guard)
                        : new Outcome(guard, "BROKEN", "not green with all guards in place: " + bad);
                System.out.println(outcome);
                outcomes.add(outcome);
            }
            return outcomes;
        } finally {
            delete(copy);
        }
    }

    private static Outcome tried(Path copy, Guard guard) throws Exception {
        Map<Path, String> kept = new LinkedHashMap<>();
        for (Cut cut : guard.cuts()) {
            kept.putIfAbsent(cut.file(), read(copy.resolve(cut.file())));
            cut.takenOut(copy);
        }
        Optional<Map<Test, List<String>>> failures = failures(copy, List.of(guard));
        for (Path file : kept.keySet()) {
            Files.writeString(copy.resolve(file), kept.get(file));
        }
        if (failures.isEmpty() || failures.get().containsValue(DID_NOT_RUN)) {
            return new Outcome(guard, "BROKEN", "without it nothing compiles, or not all of its tests run");
        }
        Stream<Test> green =
                guard.tests().stream().filter(test -> failures.get().get(test).isEmpty());
        List<String> names = green.map(Test::shortName).toList();
        String red = failures.get().entrySet().stream()
                .map(test -> test.getKey().shortName() + " on " + String.join(", ", test.getValue()))
                .collect(Collectors.joining("; "));
        return names.isEmpty()
                ? new Outcome(guard, "red", red)
                : new Outcome(guard, "STILL GREEN", String.join("; ", names));
    }

    /** Runs the tests of some guards: on what each failed. Empty if they could not be run. */
    private static Optional<Map<Test, List<String>>> failures(Path copy, List<Guard> guards) throws Exception {
        List<Test> tests = guards.stream()
                .flatMap(guard -> guard.tests().stream())
                .distinct()
                .toList();
        List<String> modules = tests.stream().map(Test::module).distinct().toList();
        for (String module : modules) {
            delete(copy.resolve(module).resolve(REPORTS));
        }
        List<String> command = new ArrayList<>(
                List.of(System.getenv().getOrDefault("MVN", "mvn").split(" ")));
        command.addAll(List.of("-B", "-ntp", "-q", "-Pquick", "-DskipTests=false", "-Dportal.excluded.groups="));
        command.addAll(List.of("-Dmaven.test.failure.ignore=true", "-Dsurefire.failIfNoSpecifiedTests=false"));
        // Only the file that was changed is compiled: nothing that others see of it changes.
        command.add("-Dmaven.compiler.useIncrementalCompilation=false");
        command.addAll(guards.get(0).with());
        command.add("-Dtest=" + tests.stream().map(Test::toString).collect(Collectors.joining(",")));
        command.addAll(List.of("-pl", String.join(",", modules), "-am", "test"));
        Path log = copy.resolve("guards.log");
        Process maven = new ProcessBuilder(command)
                .directory(copy.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || maven.exitValue() != 0) {
            maven.descendants().forEach(ProcessHandle::destroy);
            maven.destroy();
            read(log).lines().filter(line -> line.contains("ERROR")).limit(10).forEach(System.out::println);
            return Optional.empty();
        }
        Map<Test, List<String>> failures = new LinkedHashMap<>();
        for (Test test : tests) {
            failures.put(test, failures(copy, test));
        }
        return Optional.of(failures);
    }

    private static List<String> failures(Path copy, Test test) throws Exception {
        boolean ran = false;
        List<String> failed = new ArrayList<>();
        for (Path report : files(copy.resolve(test.module()).resolve(REPORTS), ".xml")) {
            Document read =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
            NodeList runs = read.getElementsByTagName("testcase");
            for (int i = 0; i < runs.getLength(); i++) {
                Element run = (Element) runs.item(i);
                Optional<String> where = test.where(run);
                ran |= where.isPresent();
                if (run.getElementsByTagName("failure").getLength()
                                + run.getElementsByTagName("error").getLength()
                        > 0) {
                    where.ifPresent(failed::add);
                }
            }
        }
        return ran ? failed : DID_NOT_RUN;
    }

    /** Writes what came of a list's guards beside it; what was not tried now keeps the line of the last time. */
    private static void write(String list, List<Guard> all, List<Outcome> outcomes) throws IOException {
        Path file = LISTS.resolve(list + ".outcome");
        Map<String, String> lines = new HashMap<>();
        if (Files.exists(file)) {
            read(file).lines().skip(2).forEach(line -> lines.put(line.split("\\s{2,}")[2], line));
        }
        outcomes.forEach(outcome -> lines.put(outcome.guard().name(), LocalDate.now() + "  " + outcome));
        List<String> kept = all.stream()
                .filter(guard -> guard.list().equals(list))
                .flatMap(guard -> Optional.ofNullable(lines.get(guard.name())).stream())
                .toList();
        long red = kept.stream()
                .filter(line -> line.split("\\s{2,}")[1].equals("red"))
                .count();
        String summary = "%d guards of %s were taken out in turn, %d went red\n\n".formatted(kept.size(), list, red);
        Files.writeString(file, summary + String.join("\n", kept) + "\n");
    }

    /** What git knows of, or would, as it stands in the tree now. */
    private static void copyTo(Path copy) throws Exception {
        Process listing =
                new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").start();
        for (String name : new String(listing.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0")) {
            if (Files.isRegularFile(Path.of(name))) {
                Files.createDirectories(copy.resolve(name).getParent());
                Files.copy(Path.of(name), copy.resolve(name));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

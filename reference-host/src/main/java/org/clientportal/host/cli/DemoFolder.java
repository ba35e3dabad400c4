package org.clientportal.host.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.core.Actors;
import org.clientportal.host.demo.DemoSeed;
import org.clientportal.host.wiring.DataFolder;
import org.clientportal.host.wiring.Host;
import org.clientportal.host.wiring.StartFailure;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;

/** The folder of a demo's data. A file in it says that it is one, so that nothing else is ever thrown away. */
final class DemoFolder {
    private static final String MARK = "demo";
    private static final String PLANTING = "planting\n";
    private static final String READY = "ready\n";

    private final Path mark;

    private DemoFolder(Path mark) {
        this.mark = mark;
    }

    /**
     * Opens the folder; one that was left while the demo was being set up starts anew.
     *
     * @throws StartFailure if it holds something else, or cannot be written
     */
    static DemoFolder open(Path folder, boolean fresh) {
        Path mark = folder.resolve(MARK);
        try {
            Files.createDirectories(folder);
            boolean demo = Files.exists(mark);
            if (!demo && !isEmpty(folder)) {
                throw new StartFailure("this folder holds something else than a demo: " + folder, null);
            }
            if (!demo || fresh || !Files.readString(mark).equals(READY)) {
                DataFolder.hold(folder).close();
                Files.writeString(mark, PLANTING);
                empty(folder, List.of(folder, mark));
            }
            return new DemoFolder(mark);
        } catch (IOException e) {
            throw new StartFailure("the data folder cannot be written: " + folder.toAbsolutePath(), e);
        }
    }

    /** The demo's practice at this address, set up if it is not there. */
    Practice planted(Host host, Origin origin, PrintWriter out) {
        List<Practice> there = host.portal().practices().all();
        if (!there.isEmpty()) {
            return moved(host, there.get(0), origin);
        }
        out.println("Setting up the demo, which takes a moment ...");
        out.flush();
        Practice practice = new DemoSeed(host.storage(), host.content(), host.keys(), Clock.systemUTC()).plant(origin);
        try {
            Files.writeString(mark, READY);
        } catch (IOException e) {
            throw new StartFailure("the data folder cannot be written: " + mark, e);
        }
        return practice;
    }

    private static Practice moved(Host host, Practice practice, Origin origin) {
        if (practice.origin().equals(origin)) {
            return practice;
        }
        return host.portal().units().write(Actors.system(practice.id()), work -> {
            Practice p = work.unit().practices().lock(practice.id());
            return work.unit()
                    .practices()
                    .update(new Practice(
                            p.id(),
                            p.slug(),
                            p.name(),
                            origin,
                            p.zone(),
                            p.currency(),
                            p.locale(),
                            p.settings(),
                            p.accent(),
                            p.externalId(),
                            p.createdAt(),
                            p.version()));
        });
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /** Deletes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        empty(folder, List.of());
    }

    private static void empty(Path folder, List<Path> kept) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }
}

package org.clientportal.journeys;

import java.nio.file.Path;
import java.util.Locale;

/** The screenshots of one journey, numbered as the story goes. Not for two threads. */
final class Album {
    private final Path folder;
    private int last;

    Album(String journey, Screen screen) {
        folder = Path.of("target", "screenshots", journey, screen.toString());
    }

    /** The file of the next picture. */
    Path next(String name) {
        last++;
        return folder.resolve(String.format(Locale.ROOT, "%02d-%s.png", last, name));
    }
}

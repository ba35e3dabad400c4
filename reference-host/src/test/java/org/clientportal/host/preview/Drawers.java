package org.clientportal.host.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes that draw, as the system knows them: Java itself does not tell a long command line. */
final class Drawers {
    private Drawers() {}

    /** Those that draw in a folder, and thus for nobody else. */
    static List<ProcessHandle> in(Path folder) {
        return ProcessHandle.current()
                .children()
                .filter(child -> told(child, "cmdline").contains(DrawingProcess.class.getName()))
                .filter(child -> told(child, "cmdline").contains(folder.toString()))
                .toList();
    }

    /** What the system tells of a process, such as {@code environ}; nothing of one that is gone. */
    static String told(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), file));
        } catch (IOException gone) {
            return "";
        }
    }
}

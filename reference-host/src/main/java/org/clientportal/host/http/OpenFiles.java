package org.clientportal.host.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the system lets this process open: connections are files to it, and they must not use up all of them. */
final class OpenFiles {
    private OpenFiles() {}

    /** As many of the connections wanted as leave a quarter of the process's files to everything else. */
    static int connections(int wanted) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            return (int) Math.min(wanted, Math.max(1, unix.getMaxFileDescriptorCount() / 4 * 3));
        }
        return wanted;
    }
}

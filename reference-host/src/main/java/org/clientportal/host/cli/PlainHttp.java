package org.clientportal.host.cli;

import java.util.Set;
import org.clientportal.host.wiring.StartFailure;
import org.clientportal.model.practice.Origin;

/** Keeps sessions off the open network: a portal without TLS is for this machine alone. */
final class PlainHttp {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private PlainHttp() {}

    /**
     * Refuses an address that is neither https nor on this machine.
     *
     * @throws StartFailure naming the address
     */
    static void refuse(Origin origin) {
        if (!origin.isSecure() && !LOOPBACK.contains(origin.host())) {
            throw new StartFailure(
                    "the address " + origin.value() + " must be https: only a portal on this machine may do without",
                    null);
        }
    }
}

package org.clientportal.host.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.clientportal.host.wiring.Host;

/** A host that serves until the process is told to stop. */
final class Serving {
    private Serving() {}

    /**
     * Starts to serve.
     *
     * @return the port it listens on
     * @throws org.clientportal.host.wiring.StartFailure if the address cannot be had
     */
    static int start(Host host) {
        String address = host.config().listen().getHostString();
        int port = host.config().listen().getPort();
        try {
            int taken = host.serve();
            Runtime.getRuntime().addShutdownHook(new Thread(host::close, "stop"));
            return taken;
        } catch (IOException e) {
            throw OneLine.notListening(address, port, e);
        }
    }

    /** Waits until the process is told to stop; what then runs is the host's own closing. */
    static int untilStopped() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }
}

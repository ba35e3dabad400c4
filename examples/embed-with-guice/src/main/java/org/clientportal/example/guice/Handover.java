package org.clientportal.example.guice;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.io.PrintStream;
import java.nio.file.Path;
import org.clientportal.core.Portal;
import org.clientportal.core.event.PortalListener;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;

/**
 * Hands a client's report over: run again on the same folder, it finds the client that is there. With a scheduler of its own
 * instead of the portal's threads, so it calls {@code runJobsOnce} and never {@code start}.
 */
public final class Handover {
    private Handover() {}

    /**
     * Runs it.
     *
     * @param arguments the folder to keep everything in
     */
    public static void main(String[] arguments) {
        run(Path.of(arguments[0]), System.out);
    }

    @SuppressWarnings("try") // storage and content are named to be closed
    static void run(Path folder, PrintStream out) {
        PortalListener listener =
                happened -> out.println("Happened: " + happened.event().type().code());
        Injector injector = Guice.createInjector(
                new PortalModule(folder),
                binder -> binder.bind(PortalListener.class).toInstance(listener));
        // Closed in the opposite order: the portal closes nothing that it was given.
        try (PortalStorage storage = injector.getInstance(PortalStorage.class);
                ContentStore content = injector.getInstance(ContentStore.class);
                Portal portal = injector.getInstance(Portal.class)) {
            out.println("Files: " + injector.getInstance(Reports.class).handOver("4711", "Joe's Bakery"));
            portal.runJobsOnce();
        }
    }
}

package org.clientportal.benchmarks.growth;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.clientportal.benchmarks.data.Seeded;
import org.clientportal.benchmarks.data.Visitor;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.files.FileContent;

/** What people look at, each time another of them. */
final class Looks implements AutoCloseable {
    private static final PageRequest FIRST = PageRequest.first(50);

    private final Seeded seeded;
    private final PortalStorage storage;
    private final Portal portal;
    private int turn;

    Looks(Seeded seeded) {
        this.seeded = seeded;
        this.storage = seeded.database().storage().build();
        try {
            portal = Portal.builder()
                    .storage(storage)
                    .content(FileContent.open(Files.createTempDirectory("files")))
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first page of a contact's documents. */
    void documents() {
        list(Optional.empty());
    }

    /** The first page of what is found by a part of a name that many have. */
    void search() {
        list(Optional.of("report"));
    }

    /** What is found by a part of a name that one or none has. */
    void rare() {
        list(Optional.of("report 0 7 99"));
    }

    /** The first page of the firm's clients. */
    void clients() {
        Actor firm = Actors.service(seeded.practice(), "benchmark");
        require(portal.clients().list(firm, Optional.empty(), FIRST).items().size());
    }

    private void list(Optional<String> search) {
        Visitor visitor = seeded.visitors().get(turn++ % seeded.visitors().size());
        Actor she = Actors.contact(seeded.practice(), visitor.contact());
        DocumentFilter filter = new DocumentFilter(
                Set.of(visitor.client()), Optional.empty(), Optional.empty(), search, false, false, FIRST);
        require(portal.documents().list(she, filter).items().size());
    }

    private static void require(int rows) {
        if (rows == 0) {
            throw new IllegalStateException("a page without rows");
        }
    }

    @Override
    public void close() {
        portal.close();
        storage.close();
    }
}

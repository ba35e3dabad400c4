package org.clientportal.core.home;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.document.Documents;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Grant;
import org.clientportal.storage.PageRequest;

/** The contact's first page, and the businesses it can switch between (DA-1, DA-2). Thread-safe. */
public final class Home {
    private static final int NEWEST = 5;

    private final Units units;

    public Home(Units units) {
        this.units = units;
    }

    /**
     * All of it from one snapshot.
     *
     * @param client only this business; absent: all of them
     * @throws org.clientportal.core.error.PortalException.NotFound for a business that is not the contact's
     */
    public HomeView of(Actor actor, Optional<ClientId> client) {
        return units.read(actor, work -> {
            Set<ClientId> shown = client.map(Set::of).orElse(Set.of());
            List<Client> businesses =
                    work.person().grants().stream().map(Grant::client).toList();
            return new HomeView(
                    businesses, Documents.countNew(work, shown), newest(work, shown, true), newest(work, shown, false));
        });
    }

    private static List<DocumentRow> newest(Reading work, Set<ClientId> clients, boolean newOnly) {
        DocumentFilter filter = new DocumentFilter(
                clients,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                newOnly,
                true,
                PageRequest.first(NEWEST));
        return Documents.list(work, filter).items();
    }
}

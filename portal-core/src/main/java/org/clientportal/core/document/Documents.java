package org.clientportal.core.document;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.access.Person;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** Finds documents, each as its viewer may see it (DO-1 to DO-3). Thread-safe. */
public final class Documents {
    private final Units units;

    public Documents(Units units) {
        this.units = units;
    }

    /**
     * The documents that this actor may see, the newest first. Staff name the client.
     *
     * @throws org.clientportal.core.error.PortalException.NotFound for a client out of reach
     */
    public Page<DocumentRow> list(Actor actor, DocumentFilter filter) {
        return units.read(actor, work -> list(work, filter));
    }

    /** One document. */
    public DocumentRow get(Actor actor, DocumentId id) {
        return units.read(actor, work -> row(work, Shown.find(work, id)));
    }

    /**
     * One document, in the trash or not; for the firm.
     *
     * @throws org.clientportal.core.error.PortalException.NotFound if the actor may not see it
     */
    public DocumentRow kept(Actor actor, DocumentId id) {
        return units.read(actor, work -> row(work, Shown.findKept(work, id)));
    }

    /** One document of an embedder's own id (PR-7). */
    public DocumentRow getByExternalId(Actor actor, String externalId) {
        return units.read(
                actor,
                work -> row(work, Shown.of(work, () -> work.view().documents().findByExternalId(externalId))));
    }

    /** What lies in a client's trash, for staff. */
    public Page<DocumentRow> trash(Actor actor, ClientId client, PageRequest page) {
        return units.read(actor, work -> {
            work.reached(client);
            DocumentQuery query = new DocumentQuery(
                    Map.of(client, work.visibility(client, ResourceKind.DOCUMENT)),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    page);
            return rows(work, work.view().documents().list(query));
        });
    }

    /** How many documents count as New for this contact, by business (DO-3): what the list with the toggle shows. */
    public Map<ClientId, Integer> countNew(Actor actor, Set<ClientId> clients) {
        return units.read(actor, work -> countNew(work, clients));
    }

    /** The years that the filter can offer. */
    public SortedSet<Integer> years(Actor actor, Set<ClientId> clients) {
        return units.read(actor, work -> work.view().documents().years(within(work, clients)));
    }

    /**
     * Whether files have a place of their own among what this actor is shown: its rights grant some kind of folder at one of
     * these businesses, empty or not (DA-3), or something of its own is left there. No businesses: all of the contact's.
     */
    public boolean offered(Actor actor, Set<ClientId> clients) {
        return units.read(actor, work -> {
            Map<ClientId, Visibility> within = within(work, clients);
            return within.values().stream().anyMatch(Folders::opensAny)
                    || !work.view().documents().years(within).isEmpty();
        });
    }

    /** Within a larger unit: the home page reads all it shows at once. */
    public static Page<DocumentRow> list(Reading work, DocumentFilter filter) {
        Optional<ContactId> viewer = viewer(work);
        DocumentQuery query = new DocumentQuery(
                within(work, filter.clients()),
                false,
                filter.folder(),
                filter.year(),
                filter.search(),
                filter.firmOnly(),
                viewer,
                filter.newOnly() && viewer.isPresent() ? Optional.of(work.now()) : Optional.empty(),
                filter.page());
        return rows(work, work.view().documents().list(query));
    }

    /** Within a larger unit: the counts of New by business. */
    public static Map<ClientId, Integer> countNew(Reading work, Set<ClientId> clients) {
        return work.view()
                .documents()
                .countNew(within(work, clients), work.person().id(), work.now());
    }

    private static Map<ClientId, Visibility> within(Reading work, Set<ClientId> clients) {
        Map<ClientId, Visibility> within = new HashMap<>();
        if (work.viewer() instanceof Firm) {
            clients.forEach(
                    client -> within.put(work.reached(client).id(), work.visibility(client, ResourceKind.DOCUMENT)));
            return within;
        }
        Person person = work.person();
        Set<ClientId> own =
                person.grants().stream().map(grant -> grant.client().id()).collect(Collectors.toSet());
        if (!own.containsAll(clients)) {
            throw Refusals.notFound();
        }
        (clients.isEmpty() ? own : clients)
                .forEach(client -> within.put(client, work.visibility(client, ResourceKind.DOCUMENT)));
        return within;
    }

    private static Optional<ContactId> viewer(Reading work) {
        return work.viewer() instanceof Person person ? Optional.of(person.id()) : Optional.empty();
    }

    private static DocumentRow row(Reading work, Document document) {
        boolean downloaded = viewer(work)
                .filter(id -> work.view().documents().isDownloaded(document.id(), id))
                .isPresent();
        Page<ListedDocument> page = new Page<>(List.of(new ListedDocument(document, downloaded)), Optional.empty());
        return rows(work, page).items().get(0);
    }

    private static Page<DocumentRow> rows(Reading work, Page<ListedDocument> page) {
        if (page.items().isEmpty()) {
            return new Page<>(List.of(), page.next());
        }
        Set<Authors.Key> keys =
                page.items().stream().map(listed -> key(listed.document())).collect(Collectors.toSet());
        Authors authors = Authors.of(work, keys);
        return page.map(listed -> new DocumentRow(
                listed.document(),
                authors.name(key(listed.document())),
                Shown.isNew(listed.document(), listed.downloaded(), work),
                listed.downloaded(),
                deletableUntil(work, listed.document())));
    }

    private static Optional<Instant> deletableUntil(Reading work, Document document) {
        Instant latest = document.uploadedAt().plus(PracticeSettings.LONGEST_DELETE_WINDOW);
        // Most pages show nothing of one's own that is so young, and need not ask the practice.
        if (work.now().isAfter(latest)
                || !(work.viewer() instanceof Person person)
                || !Shown.isOwn(document, work.actor().principal())) {
            return Optional.empty();
        }
        boolean held = person.grant(document.client())
                .flatMap(grant -> grant.client().hold())
                .isPresent();
        return held
                ? Optional.empty()
                : Shown.deletableUntil(document, work.actor().principal(), work.practice())
                        .filter(end -> !work.now().isAfter(end));
    }

    private static Authors.Key key(Document document) {
        return new Authors.Key(document.client(), document.uploadedBy());
    }
}

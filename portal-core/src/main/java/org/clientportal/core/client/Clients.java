package org.clientportal.core.client;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** Creates, finds and deletes clients (CC-1, CC-2). Thread-safe. */
public final class Clients {
    /** How long a deleted client can be restored (DE-7). */
    public static final Duration RESTORABLE = Duration.ofDays(30);

    private final Units units;

    public Clients(Units units) {
        this.units = units;
    }

    /**
     * Creates a client with its folders; no contact comes with it (CC-2). Any staff may; one with a named set of clients gets
     * it added to the set (PR-6).
     *
     * @throws org.clientportal.core.error.PortalException.Conflict {@code external_id_taken}
     */
    public Client create(Actor actor, CreateClient command) {
        // Whoever has a named set changes it: locked before it is looked up, or two creations would wait for one
        // another.
        Optional<StaffId> named = Optional.of(actor)
                .filter(Actor.Staff.class::isInstance)
                .map(staff -> ((Actor.Staff) staff).id())
                .filter(staff -> !units.read(actor, Reading::firm).access().all());
        return units.write(actor, work -> {
            named.ifPresent(work.unit().staff()::lock);
            Firm firm = work.firm();
            Client client = new Client(
                    new ClientId(work.newId()),
                    command.name(),
                    command.type(),
                    command.externalId(),
                    work.now(),
                    Optional.empty(),
                    Optional.empty(),
                    0);
            work.unit().clients().insert(client);
            addFolder(work, client, FolderKind.ORDINARY, "General");
            addFolder(work, client, FolderKind.TAX_RETURN, "Tax return");
            addFolder(work, client, FolderKind.ORGANIZER, "Organizer");
            if (actor instanceof Actor.Staff staff && !firm.access().all()) {
                keepInReach(work, staff, client);
            }
            work.happened(PortalEvent.at(client.id(), EventType.CLIENT_CREATED, client.id()));
            return client;
        });
    }

    /** Changes name and type. */
    public Client change(Actor actor, ChangeClient command) {
        return units.write(actor, work -> {
            Client client = work.locked(command.id());
            Refusals.unlessAt(client, command.version());
            work.happened(PortalEvent.at(client.id(), EventType.CLIENT_CHANGED, client.id()));
            return work.unit().clients().update(client.changed(command.name(), command.type()));
        });
    }

    /**
     * Deletes a client (ADMIN). Its contacts stay (CC-2); for contacts and members it does not exist from now on, and for 30
     * days it can be restored (DE-7).
     */
    public Client delete(Actor actor, ClientId id) {
        return units.write(actor, work -> {
            Client client = work.locked(id);
            work.admin();
            work.happened(PortalEvent.at(id, EventType.CLIENT_DELETED, id));
            return work.unit().clients().update(client.deleted(work.now()));
        });
    }

    /**
     * Restores a deleted client with the assignments of its living contacts (ADMIN).
     *
     * @throws org.clientportal.core.error.PortalException.Conflict {@code bad_state} if it is not deleted, or for too long
     */
    public Client restore(Actor actor, ClientId id) {
        return units.write(actor, work -> {
            work.admin();
            Client client = work.unit().clients().lock(id);
            boolean inTime = client.deletedAt()
                    .filter(at -> work.now().isBefore(at.plus(RESTORABLE)))
                    .isPresent();
            if (!inTime) {
                throw Refusals.notRestorable();
            }
            work.happened(PortalEvent.at(id, EventType.CLIENT_RESTORED, id));
            return work.unit().clients().update(client.restored());
        });
    }

    /** A living client: for staff in reach, and for its contacts. */
    public Client get(Actor actor, ClientId id) {
        return units.read(actor, work -> work.shown(id));
    }

    /** A living client of an embedder's own id, in reach of staff (PR-7). */
    public Client getByExternalId(Actor actor, String externalId) {
        return units.read(actor, work -> {
            Firm firm = work.firm();
            return work.view()
                    .clients()
                    .findByExternalId(externalId)
                    .filter(client -> client.isLiving() && firm.reaches(client.id()))
                    .orElseThrow(Refusals::notFound);
        });
    }

    /** The living clients in reach of staff, by name. */
    public Page<Client> list(Actor actor, Optional<String> search, PageRequest page) {
        return units.read(actor, work -> {
            Firm firm = work.firm();
            Optional<Set<ClientId>> within = firm.access().all()
                    ? Optional.empty()
                    : Optional.of(firm.access().named());
            return work.view().clients().list(new ClientQuery(within, search, false, page));
        });
    }

    /** The deleted ones, by name (ADMIN). */
    public Page<Client> listDeleted(Actor actor, PageRequest page) {
        return units.read(actor, work -> {
            work.admin();
            return work.view().clients().list(new ClientQuery(Optional.empty(), Optional.empty(), true, page));
        });
    }

    private static void addFolder(Writing work, Client client, FolderKind kind, String name) {
        work.unit().folders().insert(new Folder(new FolderId(work.newId()), client.id(), kind, name, 0));
    }

    private static void keepInReach(Writing work, Actor.Staff staff, Client client) {
        StaffMember member = work.unit().staff().lock(staff.id());
        work.unit().staff().update(member.reachingAlso(client.id()));
    }
}

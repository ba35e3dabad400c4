package org.clientportal.core.unit;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.access.Person;
import org.clientportal.core.access.Policy;
import org.clientportal.core.access.Viewer;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.ReadView;
import org.jspecify.annotations.Nullable;

/** One unit of work as a use case sees it: who, when, the data, and what this actor may see of it. */
public class Reading {
    private final Actor actor;
    private final Instant now;
    private final ReadView view;
    private final Policy policy;
    private @Nullable Viewer viewer;
    private @Nullable Practice practice;

    Reading(Actor actor, Instant now, ReadView view, Policy policy) {
        this.actor = actor;
        this.now = now;
        this.view = view;
        this.policy = policy;
    }

    public Actor actor() {
        return actor;
    }

    public Instant now() {
        return now;
    }

    public ReadView view() {
        return view;
    }

    /** The actor's practice; a unit that writes holds it, and reads it anew each time. */
    public Practice practice() {
        Practice known = practice;
        if (known == null || isWriting()) {
            known = view.practices().find(actor.practice()).orElseThrow(Refusals::notFound);
            practice = known;
        }
        return known;
    }

    /** The actor with what it may, as this unit sees it. */
    public Viewer viewer() {
        if (viewer == null) {
            viewer = Viewers.of(actor, view, isWriting());
        }
        return viewer;
    }

    /**
     * The actor as somebody of the firm.
     *
     * @throws PortalException.Forbidden {@code staff_only} for a contact
     */
    public Firm firm() {
        if (viewer() instanceof Firm firm) {
            return firm;
        }
        throw new PortalException.Forbidden(CoreError.STAFF_ONLY, "Only the firm can do this.");
    }

    /**
     * The actor as an administrator (PR-4, PR-6).
     *
     * @throws PortalException.Forbidden {@code admin_only} for anybody else
     */
    public Firm admin() {
        Firm firm = firm();
        if (!firm.admin()) {
            throw new PortalException.Forbidden(CoreError.ADMIN_ONLY, "Only an administrator can do this.");
        }
        return firm;
    }

    /**
     * The actor as a contact.
     *
     * @throws PortalException.NotFound for anybody else
     */
    public Person person() {
        if (viewer() instanceof Person person) {
            return person;
        }
        throw Refusals.notFound();
    }

    /**
     * A living client that somebody of the firm reaches (PR-3).
     *
     * @throws PortalException.NotFound for any other
     */
    public Client reached(ClientId id) {
        Firm firm = firm();
        return view.clients()
                .find(id)
                .filter(client -> client.isLiving() && firm.access().reaches(id))
                .orElseThrow(Refusals::notFound);
    }

    /** What the actor sees of a kind at a client; nothing where it has no business at all. */
    public Visibility visibility(ClientId client, ResourceKind kind) {
        return reaches(client) ? policy.of(viewer(), client, kind) : Visibility.NONE;
    }

    /** The client, if the actor has any business there at all. */
    public Client shown(ClientId id) {
        return living(id).orElseThrow(Refusals::notFound);
    }

    /** Whether the client is there for this actor: a deleted one is not, for anybody. */
    public boolean isLiving(ClientId id) {
        return living(id).isPresent();
    }

    /** Whether what is looked up must stay as it is until the unit ends. */
    boolean isWriting() {
        return false;
    }

    private Optional<Client> living(ClientId id) {
        if (viewer() instanceof Person person) {
            // The grant came with its client, which is living.
            return person.grant(id).map(Grant::client);
        }
        return Optional.of(id)
                .filter(this::reaches)
                .flatMap(view.clients()::find)
                .filter(Client::isLiving);
    }

    private boolean reaches(ClientId client) {
        return viewer().reaches(client);
    }
}

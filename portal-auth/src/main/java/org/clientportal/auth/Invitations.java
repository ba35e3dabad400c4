package org.clientportal.auth;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Revocation;
import org.clientportal.core.contact.RevokedAccess;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;

/** Invites contacts into the portal and takes access back (IN-1 to IN-5, IN-9, IN-10, DE-6). Thread-safe. */
public final class Invitations {
    /** The kind of the mail that carries an invitation. */
    public static final String MAIL = "invitation";

    private static final int LONGEST_MESSAGE = 4000;

    private final Units units;
    private final Issuer issuer;

    Invitations(Units units, Issuer issuer) {
        this.units = units;
        this.issuer = issuer;
    }

    /**
     * The client's contacts, as staff check them before they invite.
     *
     * @throws PortalException.NotFound unless the client is in reach
     */
    public InvitationWindow window(Actor actor, ClientId client) {
        return units.read(actor, reading -> {
            reading.reached(client);
            return WindowRows.read(reading, client);
        });
    }

    /**
     * Invites, or invites again: each for 30 new days, the earlier invitation dies (IN-2). Each contact is a unit of its
     * own; repeating the run does it again.
     *
     * @param message the firm's words for this invitation; absent or blank: the practice's own
     * @return what came of each, in the given order
     * @throws PortalException.NotFound unless the client is in reach
     * @throws PortalException.Invalid for a message of more than 4,000 characters
     */
    public List<InvitationResult> invite(
            Actor actor, ClientId client, List<ContactId> contacts, Optional<String> message) {
        Optional<String> words = checked(message);
        units.read(actor, reading -> reading.reached(client));
        return new LinkedHashSet<>(contacts)
                .stream().map(contact -> result(actor, client, contact, words)).toList();
    }

    /**
     * Takes a person's access away (ADMIN): sessions, links and invitations die; can be invited again (DE-6). Repeating it
     * changes nothing.
     *
     * @throws PortalException.Forbidden {@code admin_only}
     * @throws PortalException.NotFound if there is no such living contact
     */
    public RevokedAccess revoke(Actor actor, ContactId id) {
        return units.write(actor, writing -> {
            writing.admin();
            Contact contact = writing.unit().contacts().lock(id);
            if (!contact.isLiving()) {
                throw Refusals.notFound();
            }
            return Revocation.revoke(writing, contact);
        });
    }

    /** Makes a locked contact INVITED for 30 days, by whoever acts. */
    static void invited(Writing writing, Contact contact) {
        writing.unit()
                .contacts()
                .update(contact.withAccess(
                        contact.access().invited(writing.actor().principal().staff(), writing.now())));
        writing.happened(PortalEvent.of(EventType.CONTACT_INVITED, contact.id()));
    }

    private InvitationResult result(Actor actor, ClientId client, ContactId contact, Optional<String> words) {
        try {
            units.write(actor, writing -> {
                inviteOne(writing, client, contact, words);
                return contact;
            });
            return new InvitationResult(contact, Optional.empty());
        } catch (PortalException.NotFound | PortalException.Conflict | PortalException.Invalid refused) {
            return new InvitationResult(contact, Optional.of(refused));
        }
    }

    private void inviteOne(Writing writing, ClientId client, ContactId id, Optional<String> words) {
        writing.reached(client);
        String message = words.orElseGet(() -> writing.practice().settings().invitationText());
        Contact contact = writing.unit().contacts().lock(id);
        Assignment assignment =
                writing.unit().assignments().find(new AssignmentId(id, client)).orElseThrow(Refusals::notFound);
        if (contact.email().isEmpty()) {
            throw Typed.refused(AuthError.EMAIL_MISSING, "email", "This contact has no email address.");
        }
        if (assignment.suspended() || !contact.access().canInvite()) {
            throw Refusals.badState("not_invitable", "This contact cannot be invited as things are.");
        }
        invited(writing, contact);
        issuer.issue(writing, Principal.of(id), Issuance.invitation(client, message));
    }

    private static Optional<String> checked(Optional<String> message) {
        try {
            return message.filter(text -> !text.isBlank())
                    .map(text -> Require.text("message", text.strip(), LONGEST_MESSAGE));
        } catch (InvalidValue malformed) {
            throw (RuntimeException) Refusals.invalid(malformed).initCause(malformed);
        }
    }
}

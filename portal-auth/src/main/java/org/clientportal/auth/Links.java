package org.clientportal.auth;

import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Grant;

/** Magic links: asked for on the sign-in page or sent by staff (SI-2 to SI-4). Thread-safe. */
public final class Links {
    /** The kind of the mail that carries a link and its code. */
    public static final String MAIL = "magic_link";

    private final Units units;
    private final Fingerprints prints;
    private final Issuer issuer;
    private final LinkLimits limits;
    private final LinkRedemption redemption;

    Links(Units units, Fingerprints prints, Issuer issuer, LinkLimits limits, LinkRedemption redemption) {
        this.units = units;
        this.prints = prints;
        this.issuer = issuer;
        this.limits = limits;
        this.redemption = redemption;
    }

    /**
     * Asks for a link. It goes to the address on record, with an 8-digit code, and both last 10 minutes; the earlier ones
     * are dead with it (SI-3). Nothing tells whether the address is known (SI-9).
     *
     * @param returnTo the page to go on to after signing in; ignored unless a path of this portal (SI-13)
     * @throws PortalException.Invalid {@code malformed_email}
     * @throws PortalException.Conflict {@code means_off}
     * @throws PortalException.Throttled {@code too_many_links}: nothing was sent and nothing changed (SI-10)
     */
    public void ask(Visit visit, Side side, String typedEmail, Optional<String> returnTo) {
        EmailAddress email = Typed.email(typedEmail);
        Issuance terms = Issuance.askedLink(visit.browser().map(prints::browser), ReturnTo.checked(returnTo));
        units.requireOwnCommits("asking for a link");
        units.write(visit.nobody(), writing -> {
            Typed.requireMailMeans(writing, side);
            limits.charge(writing, visit, side, email);
            return email;
        });
        units.write(visit.nobody(), writing -> {
            Optional<Principal> holder = People.holder(writing.view(), side, email);
            // The address may have moved on to somebody else between the look-up and the lock.
            Optional<Entrant> entrant = holder.flatMap(person -> People.locked(writing, person))
                    .filter(person -> person.email().equals(Optional.of(email)));
            if (entrant.isPresent()) {
                issuer.issue(writing, entrant.get().principal(), terms);
                writing.happened(asked(entrant.get().principal()));
            } else {
                issuer.made(writing, Principal.system(), terms);
                String outcome = holder.isPresent() ? SignInLog.NO_ACCESS : SignInLog.UNKNOWN_EMAIL;
                SignInLog.note(writing, visit, SignInLog.Whose.typed(holder, email.typed()), outcome);
            }
            return email;
        });
    }

    /**
     * Staff send a contact a link that lasts 24 hours. It makes one who was not invited yet, or whose invitation has
     * expired, INVITED for 30 days (IN-9).
     *
     * @throws PortalException.NotFound unless a client of the contact is in reach
     * @throws PortalException.Conflict {@code access_revoked}; {@code means_off}; {@code bad_state} without a client that
     *     the contact could get to
     * @throws PortalException.Invalid {@code email_missing}
     */
    public void send(Actor actor, ContactId id) {
        units.write(actor, writing -> {
            writing.firm();
            // The practice before the person, and both before the relations, which then stay as they are found.
            Typed.requireMailMeans(writing, Side.CONTACT);
            Contact contact = writing.unit().contacts().lock(id);
            Reach.require(writing, id);
            requireSendable(writing, contact);
            AccessState state = contact.access().at(writing.now());
            if (state == AccessState.NOT_INVITED || state == AccessState.EXPIRED) {
                Invitations.invited(writing, contact);
            }
            issuer.issue(writing, Principal.of(id), Issuance.sentLink());
            writing.happened(PortalEvent.of(EventType.LINK_SENT, id));
            return id;
        });
    }

    /** What the link's page shows. Reads only, however often: mail scanners open links too (SI-4, P2). */
    public LinkView look(Visit visit, String token) {
        return units.read(
                Actors.system(visit.practice()),
                reading -> OpenedLink.read(reading, prints, visit, token).view());
    }

    /**
     * Opens a link: signs in, once. In the browser that asked nothing else is needed; in any other, and for what staff
     * sent, the email address is. An invitation older than 24 hours mails a fresh link instead (IN-11).
     *
     * @param typedEmail ignored where it is not needed
     * @param stay whether to stay signed in on this device (SI-5); not for staff
     * @throws PortalException.NotFound {@code link_unknown}
     * @throws PortalException.Conflict {@code link_used}, {@code link_replaced}, {@code link_revoked},
     *     {@code link_expired}; {@code means_off}
     * @throws PortalException.Invalid {@code email_needed}; {@code malformed_email}; {@code wrong_email}
     * @throws PortalException.Throttled {@code too_many_tries}, or {@code too_many_links} where a fresh one would be
     *     mailed (SI-10)
     */
    public Redeemed redeem(Visit visit, String token, Optional<String> typedEmail, boolean stay) {
        return redemption.redeem(this, visit, token, typedEmail, stay);
    }

    private static void requireSendable(Writing writing, Contact contact) {
        if (!contact.isLiving()) {
            throw Refusals.notFound();
        }
        if (contact.email().isEmpty()) {
            throw Typed.refused(AuthError.EMAIL_MISSING, "email", "This contact has no email address.");
        }
        if (contact.access().stored() == AccessState.REVOKED) {
            throw Refusals.conflict(AuthError.ACCESS_REVOKED, "Access was removed. Please invite this contact first.");
        }
        if (Reach.grants(writing, contact.id()).stream().noneMatch(Grant::isEffective)) {
            throw Refusals.badState("no_client", "This contact has no client to get to.");
        }
    }

    private static PortalEvent asked(Principal person) {
        return new PortalEvent(EventType.LINK_ASKED, Optional.empty(), person.key(), Map.of())
                .with("side", Side.of(person));
    }
}

package org.clientportal.auth;

import java.time.Duration;
import java.util.Optional;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretPurpose;

/**
 * A link as one unit finds it.
 *
 * @param secret absent: there is no such link
 * @param email its person's address
 */
record OpenedLink(Optional<Secret> secret, Optional<EmailAddress> email, LinkView view) {
    /** How long an invitation's holder needs no further proof, and its code is good (IN-11). */
    static final Duration PROOF_NEEDED_AFTER = Duration.ofHours(24);

    private static final OpenedLink UNKNOWN = new OpenedLink(
            Optional.empty(),
            Optional.empty(),
            new LinkView(LinkView.State.UNKNOWN, Optional.empty(), Side.CONTACT, false, false));

    /** Reads a link; changes nothing (SI-4, P2). */
    static OpenedLink read(Reading reading, Fingerprints prints, Visit visit, String token) {
        return prints.links(token).stream()
                .flatMap(hash -> reading.view().secrets().findByHash(hash).stream())
                .findFirst()
                .map(secret -> of(reading, secret, prints.isAskedIn(visit, secret)))
                .orElse(UNKNOWN);
    }

    boolean isLive() {
        return view.state() == LinkView.State.LIVE;
    }

    /** Why a link that is not live is refused. */
    static PortalException refusal(LinkView.State state) {
        return switch (state) {
            case UNKNOWN -> new PortalException.NotFound(AuthError.LINK_UNKNOWN, "There is no such link.");
            case REPLACED -> Refusals.conflict(AuthError.LINK_REPLACED, "A newer link was sent. Please use that one.");
            case REVOKED -> Refusals.conflict(AuthError.LINK_REVOKED, "This link was taken back.");
            case EXPIRED -> Refusals.conflict(AuthError.LINK_EXPIRED, "The time of this link is over.");
            case USED, LIVE -> Refusals.conflict(AuthError.LINK_USED, "This link was used before.");
        };
    }

    private static OpenedLink of(Reading reading, Secret secret, boolean askedHere) {
        Optional<Entrant> entrant = People.entrant(reading, secret.subject());
        LinkView.State state = LinkView.State.valueOf(secret.at(reading.now()).name());
        if (state == LinkView.State.LIVE && entrant.isEmpty()) {
            state = LinkView.State.REVOKED;
        }
        boolean old = !reading.now().isBefore(secret.issuedAt().plus(PROOF_NEEDED_AFTER));
        LinkView view = new LinkView(
                state,
                Optional.of(secret.purpose()),
                Side.of(secret.subject()),
                !askedHere,
                secret.purpose() == SecretPurpose.INVITATION && old);
        return new OpenedLink(Optional.of(secret), entrant.flatMap(Entrant::email), view);
    }
}

package org.clientportal.auth;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.secret.SecretOrigin;
import org.clientportal.model.secret.SecretPurpose;

/**
 * What a secret is issued for, and the mail that carries it.
 *
 * @param lasts how long it is good
 * @param browser hash of the cookie of the browser that asked
 * @param client whose matter the mail is
 * @param values what the mail's text needs besides
 */
record Issuance(
        SecretPurpose purpose,
        SecretOrigin origin,
        Duration lasts,
        Optional<String> browser,
        Optional<String> returnTo,
        Optional<ClientId> client,
        Map<String, String> values) {
    private static final Duration ASKED_LINK = Duration.ofMinutes(10);
    private static final Duration SENT_LINK = Duration.ofHours(24);

    /** A link that the person asked for. */
    static Issuance askedLink(Optional<String> browser, Optional<String> returnTo) {
        return link(SecretOrigin.ASKED, ASKED_LINK, browser, returnTo);
    }

    /** A link that staff send. */
    static Issuance sentLink() {
        return link(SecretOrigin.SENT, SENT_LINK, Optional.empty(), Optional.empty());
    }

    /** An invitation in the name of a client, with the firm's words. */
    static Issuance invitation(ClientId client, String message) {
        return new Issuance(
                SecretPurpose.INVITATION,
                SecretOrigin.SENT,
                PortalAccess.INVITATION,
                Optional.empty(),
                Optional.empty(),
                Optional.of(client),
                Map.of("message", message));
    }

    /** The kind of the mail. */
    String kind() {
        return purpose == SecretPurpose.INVITATION ? Invitations.MAIL : Links.MAIL;
    }

    private static Issuance link(
            SecretOrigin origin, Duration lasts, Optional<String> browser, Optional<String> returnTo) {
        return new Issuance(
                SecretPurpose.MAGIC_LINK,
                origin,
                lasts,
                browser,
                returnTo,
                Optional.empty(),
                Map.of("origin", origin.name(), "lasts", lasts.toString()));
    }
}

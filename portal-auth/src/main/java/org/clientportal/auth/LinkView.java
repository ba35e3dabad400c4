package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.model.secret.SecretPurpose;

/**
 * What a link's page shows before anything is done with it.
 *
 * @param purpose what it is; absent for an unknown one
 * @param side which side it leads to
 * @param emailNeeded whether the email address has to be typed: this is not the browser that asked (SI-4)
 * @param proofFirst whether typing it does not sign in but mails a fresh link: an invitation older than a day (IN-11)
 */
public record LinkView(
        State state, Optional<SecretPurpose> purpose, Side side, boolean emailNeeded, boolean proofFirst) {
    /** What became of a link; its holder is told which (SI-9). */
    public enum State {
        LIVE,
        USED,
        REPLACED,
        REVOKED,
        EXPIRED,
        UNKNOWN
    }
}

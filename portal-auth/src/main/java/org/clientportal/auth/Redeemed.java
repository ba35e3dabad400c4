package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.model.session.Session;

/** What came of a link. */
public sealed interface Redeemed {
    /**
     * Signed in.
     *
     * @param token what the session cookie carries: 256 random bits, told here and never again
     * @param session of the person whose link it was; its subject says on which side
     * @param returnTo the page to go on to; absent: Home (SI-13)
     */
    record SignedIn(String token, Session session, Optional<String> returnTo) implements Redeemed {
        public Side side() {
            return Side.of(session.subject());
        }

        /** Never shows the token. */
        @Override
        public String toString() {
            return "SignedIn[" + session.subject() + "]";
        }
    }

    /** The invitation is older than a day: a fresh link went to the address on record, and its holder goes on there (IN-11). */
    record ProofMailed() implements Redeemed {}
}

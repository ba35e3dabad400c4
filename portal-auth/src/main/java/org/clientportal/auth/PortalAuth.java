package org.clientportal.auth;

import java.security.SecureRandom;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.core.unit.Units;

/** Signing in, for one portal: its services in one place. Thread-safe. */
public final class PortalAuth {
    private final Links links;
    private final Codes codes;
    private final Sessions sessions;
    private final Invitations invitations;
    private final History history;

    /** With the platform's own source of randomness. */
    public PortalAuth(Units units, KeyRing keys) {
        this(units, keys, new SecureRandom());
    }

    /**
     * @param keys under which everything is hashed and sealed; the dispatcher that sends the mails needs the same
     * @param random where tokens and codes come from
     */
    public PortalAuth(Units units, KeyRing keys, SecureRandom random) {
        Fingerprints prints = new Fingerprints(keys);
        Tokens tokens = new Tokens(random);
        Issuer issuer = new Issuer(prints, new SecretBox(keys), tokens);
        Tries tries = new Tries(prints);
        Entrance entrance = new Entrance(prints, tokens);
        SignInLog log = new SignInLog(units);
        LinkRedemption redemption = new LinkRedemption(units, prints, tries, entrance, log);
        this.links = new Links(units, prints, issuer, new LinkLimits(prints), redemption);
        this.codes = new Codes(units, prints, tries, entrance, log);
        this.sessions = new Sessions(units, prints);
        this.invitations = new Invitations(units, issuer);
        this.history = new History(units);
    }

    /** Links, asked for and sent. */
    public Links links() {
        return links;
    }

    /** Codes, typed instead of a link. */
    public Codes codes() {
        return codes;
    }

    /** Who is signed in. */
    public Sessions sessions() {
        return sessions;
    }

    /** Who is invited, and whose access is taken back. */
    public Invitations invitations() {
        return invitations;
    }

    /** Why somebody does not get in. */
    public History history() {
        return history;
    }
}

package org.clientportal.model.outbox;

/** Messages of one lane never wait for those of another. */
public enum Lane {
    /** Links, codes, invitations and security notices: tried at once, ahead of all else (NO-4). */
    SIGN_IN,
    /** Everything else that goes to people. */
    NOTICE,
    /** What happened, for an embedder's listeners. */
    EVENT
}

package org.clientportal.model.secret;

/** Who caused a secret to be sent; it decides how long it lives and where it may be used (SI-4). */
public enum SecretOrigin {
    /** The person, on the sign-in page. */
    ASKED,
    /** Staff. */
    SENT
}

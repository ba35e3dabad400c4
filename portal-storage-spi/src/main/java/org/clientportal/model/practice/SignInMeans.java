package org.clientportal.model.practice;

/** How contacts may sign in; a practice can switch each off, never all (SI-1). */
public enum SignInMeans {
    MAGIC_LINK,
    GOOGLE,
    PASSWORD,
    PASSKEY
}

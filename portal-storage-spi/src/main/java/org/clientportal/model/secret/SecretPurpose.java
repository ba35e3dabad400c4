package org.clientportal.model.secret;

/** What a secret is good for. A new one ends the earlier ones of its purpose and person, and no other (SI-3). */
public enum SecretPurpose {
    MAGIC_LINK,
    INVITATION
}

package org.clientportal.storage;

/** What can be there only once. */
public enum UniqueKey {
    /** A record's own id. */
    ID,
    PRACTICE_SLUG,
    PRACTICE_HOST,
    PRACTICE_EXTERNAL_ID,
    STAFF_EMAIL,
    CLIENT_EXTERNAL_ID,
    CONTACT_EMAIL,
    CONTACT_EXTERNAL_ID,
    CONTACT_PSEUDONYM,
    /** A client's main contact. */
    MAIN_CONTACT,
    FOLDER_NAME,
    DOCUMENT_EXTERNAL_ID,
    SESSION_HASH,
    SECRET_HASH,
    AUDIT_SEAL
}

package org.clientportal.core.event;

import java.util.Locale;

/** Everything that can happen, in the past tense; the names are stable codes. */
public enum EventType {
    PRACTICE_CREATED("practice"),
    BACKUP_RESTORED("practice"),
    SETTINGS_CHANGED("practice"),
    STAFF_ADDED("staff"),
    STAFF_CHANGED("staff"),
    CLIENT_CREATED("client"),
    CLIENT_CHANGED("client"),
    CLIENT_DELETED("client"),
    CLIENT_RESTORED("client"),
    CLIENT_HELD("client"),
    CLIENT_RELEASED("client"),
    CONTACT_ADDED("contact"),
    CONTACT_CHANGED("contact"),
    CONTACT_ASSIGNED("contact"),
    PERMISSIONS_CHANGED("contact"),
    CONTACT_UNASSIGNED("contact"),
    CONTACT_DELETED("contact"),
    CONTACT_INVITED("contact"),
    ACCESS_REVOKED("contact"),
    LINK_SENT("contact"),
    LINK_ASKED("person"),
    SIGNED_IN("session"),
    SIGN_IN_FAILED("session"),
    SIGNED_OUT("session"),
    SESSIONS_ENDED("person"),
    FOLDER_CREATED("folder"),
    FOLDER_RENAMED("folder"),
    DOCUMENT_UPLOADED("document"),
    DOCUMENT_SHOWN("document"),
    DOCUMENT_HIDDEN("document"),
    DOCUMENT_FILED("document"),
    DOCUMENT_DOWNLOADED("document"),
    DOCUMENT_PREVIEWED("document"),
    DOCUMENT_TRASHED("document"),
    DOCUMENT_RESTORED("document"),
    DOCUMENT_PURGED("document"),
    DOCUMENT_HELD("document"),
    DOCUMENT_RELEASED("document");

    private final String object;

    EventType(String object) {
        this.object = object;
    }

    /** The kind of thing it happened to. */
    public String object() {
        return object;
    }

    /** The code under which audit and listeners know it, such as {@code document_uploaded}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

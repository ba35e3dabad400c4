package org.clientportal.model.access;

/** What a folder is for. The two tax folders are known by their kind, never by a name (PM-4). */
public enum FolderKind {
    ORDINARY,
    TAX_RETURN,
    ORGANIZER;

    /** Whether only TAX and CLIENT_ADMIN look in here (PM-4, PM-5). */
    public boolean isTax() {
        return this != ORDINARY;
    }
}

package org.clientportal.model.contact;

/** What a contact is to a client (CC-10). */
public enum Relationship {
    OWNER,
    SPOUSE,
    DEPENDENT,
    EMPLOYEE,
    BOOKKEEPER,
    OTHER
}

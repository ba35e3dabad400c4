package org.clientportal.model.practice;

/** From when on a contact may sign in (IN-8). */
public enum Admission {
    /** From its invitation on. */
    BY_INVITATION,
    /** From the moment it is added. */
    ON_ADD
}

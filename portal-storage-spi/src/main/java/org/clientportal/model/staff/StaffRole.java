package org.clientportal.model.staff;

/** What a member of the staff may administer (PR-3). */
public enum StaffRole {
    ADMIN,
    MEMBER
}

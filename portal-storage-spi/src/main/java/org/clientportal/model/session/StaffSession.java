package org.clientportal.model.session;

import org.clientportal.model.staff.StaffMember;

/** A staff member's session with the member as it is now, read in one statement. */
public record StaffSession(Session session, StaffMember member) {}

package org.clientportal.core.practice;

import org.clientportal.model.Require;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;

/** A member of the staff to be added. */
public record AddStaff(EmailAddress email, String name, StaffRole role, boolean impersonates, ClientAccess access) {
    public AddStaff {
        name = Require.line("name", name, 200);
    }
}

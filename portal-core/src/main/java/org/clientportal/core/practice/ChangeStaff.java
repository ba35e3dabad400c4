package org.clientportal.core.practice;

import java.util.Optional;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffRole;

/**
 * What a member of the staff may from now on.
 *
 * @param version the version it was read at; absent: whatever it is
 */
public record ChangeStaff(
        StaffId id,
        StaffRole role,
        boolean impersonates,
        ClientAccess access,
        boolean active,
        Optional<Long> version) {}

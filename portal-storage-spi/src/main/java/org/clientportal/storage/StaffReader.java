package org.clientportal.storage;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;

/** Looks up the practice's staff. */
public interface StaffReader extends RecordReader<StaffId, StaffMember> {
    Optional<StaffMember> findByEmail(EmailAddress email);

    /** Every member, disabled ones included, by folded name, then id. */
    List<StaffMember> list();
}

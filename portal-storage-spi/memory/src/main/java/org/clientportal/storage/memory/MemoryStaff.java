package org.clientportal.storage.memory;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.StaffStore;
import org.clientportal.storage.UniqueKey;

final class MemoryStaff extends MemoryRecords<StaffId, StaffMember> implements StaffStore {
    static final Table<StaffId, StaffMember> TABLE = Table.of("staff", StaffMember::id)
            .unique(UniqueKey.STAFF_EMAIL, member -> Optional.of(member.email().canonical()));

    private static final Order<StaffMember, String> BY_NAME =
            Order.byName(member -> SortKey.of(member.name()), StaffMember::id);

    MemoryStaff(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), true);
    }

    @Override
    public Optional<StaffMember> findByEmail(EmailAddress email) {
        return rows.by(UniqueKey.STAFF_EMAIL, email.canonical());
    }

    @Override
    public List<StaffMember> list() {
        return BY_NAME.all(rows.all());
    }
}

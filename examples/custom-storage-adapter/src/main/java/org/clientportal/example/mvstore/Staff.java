package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.SortKey;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.StaffStore;
import org.clientportal.storage.UniqueKey;

/** Members of the staff. */
final class Staff extends Records<StaffId, StaffMember> implements StaffStore {
    static final Kind<StaffMember> KIND = Kind.of(
                    "staff", StaffMember.class, member -> member.id().toString())
            .unique(UniqueKey.STAFF_EMAIL, member -> Optional.of(member.email().canonical()))
            .order("name", member -> List.of(SortKey.of(member.name())));

    Staff(Unit unit) {
        super(unit, unit.table(KIND), StaffId::toString);
    }

    @Override
    StaffId idOf(StaffMember member) {
        return member.id();
    }

    @Override
    void requireParents(StaffMember member) {}

    @Override
    public Optional<StaffMember> findByEmail(EmailAddress email) {
        return table.findUnique(UniqueKey.STAFF_EMAIL, email.canonical());
    }

    @Override
    public List<StaffMember> list() {
        return table.ascending("name").toList();
    }
}

package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientportal.model.SortKey;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.StaffStore;

/** Keeps staff. */
final class StaffMembers extends Records<StaffId, StaffMember> implements StaffStore {
    static final Table<StaffMember> TABLE = new Table<>(
            "staff",
            List.of("id"),
            "id, email, name, role, impersonates, all_clients, clients, active, created_at, version",
            List.of("email_key", "sort_key"),
            StaffMembers::read,
            StaffMembers::values);

    StaffMembers(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(StaffId id) {
        return List.of(id);
    }

    @Override
    StaffId idOf(StaffMember record) {
        return record.id();
    }

    @Override
    boolean holds() {
        return true;
    }

    @Override
    public Optional<StaffMember> findByEmail(EmailAddress email) {
        return unit.first(
                table.reader(),
                table.select() + " where practice_id = ? and email_key = ?",
                practice,
                email.canonical());
    }

    @Override
    public List<StaffMember> list() {
        return unit.list(table.reader(), table.select() + " where practice_id = ? order by sort_key, id", practice);
    }

    private static StaffMember read(Row row) throws SQLException {
        return new StaffMember(
                new StaffId(row.uuid()),
                new EmailAddress(row.text()),
                row.text(),
                row.constant(StaffRole.class),
                row.truth(),
                access(row),
                row.truth(),
                row.instant(),
                row.number());
    }

    private static ClientAccess access(Row row) throws SQLException {
        return new ClientAccess(
                row.truth(), Json.list(row.text()).stream().map(ClientId::of).collect(Collectors.toSet()));
    }

    private static List<?> values(StaffMember member) {
        return List.of(
                member.id(),
                member.email().typed(),
                member.name(),
                member.role(),
                member.impersonates(),
                member.access().all(),
                Json.write(member.access().named()),
                member.active(),
                member.createdAt(),
                member.email().canonical(),
                SortKey.of(member.name()));
    }
}

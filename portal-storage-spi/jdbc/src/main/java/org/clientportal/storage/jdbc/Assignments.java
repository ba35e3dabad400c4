package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AssignmentStore;
import org.clientportal.storage.StorageException.RecordMissing;

/** Keeps assignments, and joins them with their clients into grants. */
final class Assignments extends Records<AssignmentId, Assignment> implements AssignmentStore {
    static final Table<Assignment> TABLE = new Table<>(
            "assignment",
            List.of("contact_id", "client_id"),
            "contact_id, client_id, permissions, relationship, main, suspended, created_at, version",
            List.of(),
            Assignments::read,
            Assignments::values);

    /** What {@link #grant} reads, of a client {@code c} and an assignment {@code a}. */
    static final String GRANT_COLUMNS = Clients.TABLE.columns("c") + ", " + TABLE.columns("a");

    Assignments(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    static Grant grant(Row row) throws SQLException {
        return new Grant(Clients.TABLE.reader().read(row), TABLE.reader().read(row));
    }

    @Override
    List<?> keyOf(AssignmentId id) {
        return List.of(id.contact(), id.client());
    }

    @Override
    AssignmentId idOf(Assignment record) {
        return record.id();
    }

    @Override
    boolean holds() {
        return true;
    }

    @Override
    public Map<AssignmentId, Assignment> findAll(Set<AssignmentId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<ContactId> contacts = ids.stream().map(AssignmentId::contact).collect(Collectors.toSet());
        Map<AssignmentId, Assignment> found = byId(unit.list(
                table.reader(), table.select() + " where practice_id = ? and contact_id {among}", practice, contacts));
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public List<Assignment> ofClient(ClientId client) {
        String sql = table.select() + " where practice_id = ? and client_id = ?"
                + " order by main desc, created_at, contact_id";
        return unit.list(table.reader(), sql, practice, client);
    }

    @Override
    public Map<ContactId, List<Grant>> grantsOf(Set<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return Map.of();
        }
        String sql = "select " + GRANT_COLUMNS + " from {assignment} a join {client} c"
                + " on c.practice_id = a.practice_id and c.id = a.client_id"
                + " where a.practice_id = ? and a.contact_id {among} order by c.sort_key, c.id";
        Map<ContactId, List<Grant>> grants = new LinkedHashMap<>();
        for (Grant grant : unit.list(Assignments::grant, sql, practice, contacts)) {
            grants.computeIfAbsent(grant.assignment().id().contact(), c -> new ArrayList<>())
                    .add(grant);
        }
        return grants;
    }

    @Override
    public void delete(AssignmentId id) {
        String sql = "delete from {assignment} where practice_id = ? and contact_id = ? and client_id = ?";
        if (unit.change(sql, arguments(id)) == 0) {
            throw unit.fail(new RecordMissing(id));
        }
    }

    private static Assignment read(Row row) throws SQLException {
        return new Assignment(
                new AssignmentId(new ContactId(row.uuid()), new ClientId(row.uuid())),
                Json.constants(Permission.class, row.text()),
                row.constant(Relationship.class),
                row.truth(),
                row.truth(),
                row.instant(),
                row.number());
    }

    private static List<?> values(Assignment assignment) {
        return List.of(
                assignment.id().contact(),
                assignment.id().client(),
                Json.write(assignment.permissions()),
                assignment.relationship(),
                assignment.main(),
                assignment.suspended(),
                assignment.createdAt());
    }
}

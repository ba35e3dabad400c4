package org.clientportal.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.benchmarks.data.Database.Engine;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.contact.Permission;

/** Reads, on every request, whose session a token is and what that person may. */
final class PlainSessions {
    private static final String FIND = "select s.practice_id, s.id, s.last_seen_at, p.delete_window, k.id, k.name,"
            + " a.client_id, a.permissions"
            + " from {session} s"
            + " join {practice} p on p.practice_id = s.practice_id"
            + " join {contact} k on k.practice_id = s.practice_id and k.id = s.contact_id"
            + " join {assignment} a on a.practice_id = k.practice_id and a.contact_id = k.id"
            + " join {client} c on c.practice_id = a.practice_id and c.id = a.client_id"
            + " where p.host = ? and s.hash = ? and s.ended_at is null and s.expires_at > ?"
            + " and (s.idle is null or (? - s.last_seen_at) * 1000 < s.idle)"
            + " and k.deleted_at is null and k.state = 'ACTIVE' and c.deleted_at is null and not a.suspended";
    private static final String TOUCH =
            "update {session} set last_seen_at = ? where practice_id = ? and id = ? and last_seen_at < ?";
    private static final long MINUTE_MICROS = 60_000_000;

    private final Engine engine;
    private final KeyRing keys;
    private final String find;
    private final String touch;

    PlainSessions(Engine engine, KeyRing keys) {
        this.engine = engine;
        this.keys = keys;
        this.find = engine.sql(FIND);
        this.touch = engine.sql(TOUCH);
    }

    /** A live session, with the permissions at each client; ids as the database gives them. */
    record Found(
            Object practice,
            Object session,
            long lastSeen,
            long deleteWindow,
            Object contact,
            String name,
            Map<UUID, Set<Permission>> grants) {}

    Optional<Found> find(Connection connection, String host, String token, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(find)) {
            statement.setString(1, host);
            statement.setString(2, keys.hash("session:contact", token));
            statement.setLong(3, now);
            statement.setLong(4, now);
            try (ResultSet rows = statement.executeQuery()) {
                Found found = null;
                while (rows.next()) {
                    if (found == null) {
                        found = new Found(
                                rows.getObject(1),
                                rows.getObject(2),
                                rows.getLong(3),
                                rows.getLong(4) / 1000,
                                rows.getObject(5),
                                rows.getString(6),
                                new HashMap<>());
                    }
                    found.grants().put(UUID.fromString(rows.getString(7)), permissions(rows.getString(8)));
                }
                return Optional.ofNullable(found);
            }
        }
    }

    /** Notes, at most once a minute, that the session is in use. */
    void touch(Connection connection, Found found, long now) throws SQLException {
        if (now - found.lastSeen() < MINUTE_MICROS) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(touch)) {
            statement.setLong(1, now);
            statement.setObject(2, found.practice());
            statement.setObject(3, found.session());
            statement.setLong(4, now);
            statement.executeUpdate();
        }
    }

    /** An id as this database takes it. */
    Object id(UUID value) {
        return engine == Engine.SQLITE ? value.toString() : value;
    }

    private static Set<Permission> permissions(String json) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (json.contains('"' + permission.name() + '"')) {
                permissions.add(permission);
            }
        }
        return permissions;
    }
}

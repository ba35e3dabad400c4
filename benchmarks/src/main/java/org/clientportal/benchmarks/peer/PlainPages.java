package org.clientportal.benchmarks.peer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.clientportal.benchmarks.data.Database.Engine;

/** Writes a page of documents straight from the rows of one query, in the portal's own JSON. */
final class PlainPages {
    private static final int ROWS = 50;

    private static final String LIST = "select d.id, d.folder_id, d.name, d.media_type, d.size, d.sha256,"
            + " d.uploaded_by_kind, d.uploaded_by_key, d.uploaded_at, d.year, d.new_until, d.hold_reason, d.external_id,"
            + " d.version, f.name, k.name, x.contact_id"
            + " from {document} d"
            + " left join {staff} f on d.uploaded_by_kind = 'STAFF' and f.practice_id = d.practice_id"
            + " and %1$s = d.uploaded_by_key"
            + " left join {assignment} a on d.uploaded_by_kind = 'CONTACT' and a.practice_id = d.practice_id"
            + " and a.client_id = d.client_id and %2$s = d.uploaded_by_key"
            + " left join {contact} k on k.practice_id = a.practice_id and k.id = a.contact_id"
            + " left join {download} x on x.practice_id = d.practice_id and x.document_id = d.id and x.contact_id = ?"
            + " where d.practice_id = ? and d.client_id = ? and d.trashed_at is null and d.visible"
            + " and ((d.folder_kind = 'ORDINARY' and ?) or (d.folder_kind <> 'ORDINARY' and ?)"
            + " or (d.uploaded_by_kind = 'CONTACT' and d.uploaded_by_key = ?))"
            + " order by d.uploaded_at desc, d.id desc limit " + (ROWS + 1);

    private final JsonFactory json = new JsonFactory();
    private final String list;

    PlainPages(Engine engine) {
        String text = engine == Engine.SQLITE ? "" : "::text";
        this.list = engine.sql(LIST.formatted("f.id" + text, "a.contact_id" + text));
    }

    /**
     * One client's page.
     *
     * @param rights whether ordinary files and whether tax files are to be seen
     */
    byte[] page(Connection connection, PlainSessions.Found who, Object client, Rights rights, long now)
            throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(list)) {
            statement.setObject(1, who.contact());
            statement.setObject(2, who.practice());
            statement.setObject(3, client);
            statement.setBoolean(4, rights.files());
            statement.setBoolean(5, rights.tax());
            statement.setString(6, who.contact().toString());
            try (ResultSet rows = statement.executeQuery()) {
                return write(rows, who, client.toString(), now);
            }
        }
    }

    record Rights(boolean files, boolean tax) {}

    private byte[] write(ResultSet rows, PlainSessions.Found who, String client, long now)
            throws SQLException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 << 10);
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeArrayFieldStart("items");
            int count = 0;
            String cursor = "";
            while (count < ROWS && rows.next()) {
                cursor = rows.getLong(9) + " " + rows.getString(1);
                item(out, rows, who, client, now);
                count++;
            }
            out.writeEndArray();
            if (count == ROWS && rows.next()) {
                out.writeStringField("next", cursor(cursor));
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void item(JsonGenerator out, ResultSet row, PlainSessions.Found who, String client, long now)
            throws SQLException, IOException {
        boolean byContact = row.getString(7).equals("CONTACT");
        boolean own = byContact && row.getString(8).equals(who.contact().toString());
        long uploaded = row.getLong(9);
        boolean downloaded = row.getString(17) != null;
        out.writeStartObject();
        out.writeStringField("id", row.getString(1));
        out.writeStringField("clientId", client);
        out.writeStringField("folderId", row.getString(2));
        out.writeStringField("name", row.getString(3));
        out.writeStringField("mediaType", row.getString(4));
        out.writeNumberField("size", row.getLong(5));
        out.writeStringField("sha256", row.getString(6));
        out.writeBooleanField("visible", true);
        out.writeObjectFieldStart("author");
        String name = byContact ? row.getString(16) : row.getString(15);
        out.writeStringField("kind", own ? "SELF" : !byContact ? "FIRM" : name == null ? "UNKNOWN" : "CONTACT");
        optional(out, "name", name);
        out.writeEndObject();
        out.writeStringField("uploadedAt", instant(uploaded).toString());
        out.writeNumberField("year", row.getInt(10));
        out.writeBooleanField("isNew", row.getLong(11) >= now && !downloaded);
        out.writeBooleanField("downloaded", downloaded);
        if (own && row.getString(12) == null && now <= uploaded + who.deleteWindow()) {
            out.writeStringField(
                    "deletableUntil", instant(uploaded + who.deleteWindow()).toString());
        }
        optional(out, "legalHold", row.getString(12));
        optional(out, "externalId", row.getString(13));
        out.writeNumberField("version", row.getLong(14));
        out.writeEndObject();
    }

    private static void optional(JsonGenerator out, String field, @org.jspecify.annotations.Nullable String value)
            throws IOException {
        if (value != null) {
            out.writeStringField(field, value);
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** The client that a request names. */
    static UUID client(String query) {
        return UUID.fromString(query.substring("clientId=".length()));
    }
}

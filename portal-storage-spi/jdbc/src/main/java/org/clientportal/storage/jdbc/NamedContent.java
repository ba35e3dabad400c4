package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;

/** The bytes that a document's row names: where they lie, and what they must be (P25). */
public record NamedContent(PracticeId practice, DocumentId document, ContentKey key, long length, Sha256 sha256) {
    static final String COLUMNS = "practice_id, id, content, size, sha256";

    static NamedContent read(Row row) throws SQLException {
        return new NamedContent(
                new PracticeId(row.uuid()),
                new DocumentId(row.uuid()),
                new ContentKey(row.text()),
                row.number(),
                new Sha256(row.text()));
    }
}

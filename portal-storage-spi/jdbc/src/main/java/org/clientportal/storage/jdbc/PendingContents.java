package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.PendingContentStore;
import org.clientportal.storage.StorageException.RecordMissing;

/** Keeps note of bytes that no document names. */
final class PendingContents implements PendingContentStore {
    static final String COLUMNS = "id, content, since";

    private final Unit unit;
    private final PracticeId practice;

    PendingContents(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    @Override
    public void insert(PendingContent content) {
        unit.change(
                "insert into {pending_content} (practice_id, " + COLUMNS + ") values (?, ?, ?, ?)",
                practice,
                content.id(),
                content.content().value(),
                content.since());
    }

    @Override
    public void delete(DocumentId id) {
        if (unit.change("delete from {pending_content} where practice_id = ? and id = ?", practice, id) == 0) {
            throw unit.fail(new RecordMissing(id));
        }
    }

    static PendingContent read(Row row) throws SQLException {
        return new PendingContent(new DocumentId(row.uuid()), new ContentKey(row.text()), row.instant());
    }
}

package org.clientportal.storage.memory;

import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.PendingContentStore;

final class MemoryPendingContent implements PendingContentStore {
    static final Table<DocumentId, PendingContent> TABLE = Table.of("pending_content", PendingContent::id);

    private final Rows<DocumentId, PendingContent> rows;

    MemoryPendingContent(Transaction transaction, PracticeId practice) {
        this.rows = new Rows<>(transaction, practice, TABLE);
    }

    @Override
    public void insert(PendingContent content) {
        rows.insert(content);
    }

    @Override
    public void delete(DocumentId id) {
        rows.delete(id);
    }
}

package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.storage.PendingContentStore;

/** Notes of bytes that no document names. */
final class PendingContents implements PendingContentStore {
    static final Kind<PendingContent> KIND = Kind.of(
                    "pending", PendingContent.class, content -> content.id().toString())
            .orderEverywhere("since", content -> Optional.of(List.of(Key.time(content.since()))));

    private final Table<PendingContent> table;

    PendingContents(Unit unit) {
        this.table = unit.table(KIND);
    }

    @Override
    public void insert(PendingContent content) {
        table.add(content);
    }

    @Override
    public void delete(DocumentId id) {
        table.remove(id.toString());
    }
}

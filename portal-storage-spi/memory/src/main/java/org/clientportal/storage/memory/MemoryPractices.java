package org.clientportal.storage.memory;

import java.util.Optional;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.UniqueKey;

/** The practice of the unit, and no other. */
final class MemoryPractices extends MemoryRecords<PracticeId, Practice> {
    static final Table<PracticeId, Practice> TABLE = Table.of(Table.PRACTICE, Practice::id)
            .uniqueEverywhere(UniqueKey.PRACTICE_SLUG, p -> Optional.of(p.slug()))
            .uniqueEverywhere(
                    UniqueKey.PRACTICE_HOST, p -> Optional.of(p.origin().host()))
            .uniqueEverywhere(UniqueKey.PRACTICE_EXTERNAL_ID, Practice::externalId);

    MemoryPractices(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), true);
    }

    @Override
    public void insert(Practice practice) {
        if (!practice.id().equals(rows.practice)) {
            throw rows.transaction.dies(new ParentMissing("another practice's unit"));
        }
        super.insert(practice);
    }
}

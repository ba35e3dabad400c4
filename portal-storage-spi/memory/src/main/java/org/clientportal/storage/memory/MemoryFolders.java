package org.clientportal.storage.memory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.FolderStore;
import org.clientportal.storage.UniqueKey;

final class MemoryFolders extends MemoryRecords<FolderId, Folder> implements FolderStore {
    static final Table<FolderId, Folder> TABLE = Table.of("folder", Folder::id)
            .unique(
                    UniqueKey.FOLDER_NAME,
                    folder -> Optional.of(List.of(folder.client(), folder.sortKey()))
                            .filter(name -> folder.kind() == FolderKind.ORDINARY))
            .refersTo(MemoryClients.TABLE, folder -> Set.of(folder.client()));

    private static final Order<Folder, String> BY_NAME = Order.byName(Folder::sortKey, Folder::id);

    MemoryFolders(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), false);
    }

    @Override
    public List<Folder> ofClient(ClientId client) {
        return BY_NAME.all(rows.all().filter(folder -> folder.client().equals(client)));
    }
}

package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.FolderStore;
import org.clientportal.storage.UniqueKey;

/** Folders; the names of a client's ordinary ones are unique. */
final class Folders extends Records<FolderId, Folder> implements FolderStore {
    static final Kind<Folder> KIND = Kind.of(
                    "folder", Folder.class, folder -> folder.id().toString())
            .unique(
                    UniqueKey.FOLDER_NAME,
                    folder -> folder.kind() == FolderKind.ORDINARY
                            ? Optional.of(folder.client() + " " + folder.sortKey())
                            : Optional.empty())
            .order("client", folder -> List.of(folder.client().toString(), folder.sortKey()));

    Folders(Unit unit) {
        super(unit, unit.table(KIND), FolderId::toString);
    }

    @Override
    FolderId idOf(Folder folder) {
        return folder.id();
    }

    @Override
    void requireParents(Folder folder) {
        unit.table(Clients.KIND).requireParent(folder.client().toString());
    }

    @Override
    public List<Folder> ofClient(ClientId client) {
        return table.ascending("client", client.toString()).toList();
    }
}

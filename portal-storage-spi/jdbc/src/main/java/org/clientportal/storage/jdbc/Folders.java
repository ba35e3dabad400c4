package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.FolderStore;

/** Keeps folders. */
final class Folders extends Records<FolderId, Folder> implements FolderStore {
    private static final Table<Folder> TABLE = new Table<>(
            "folder",
            List.of("id"),
            "id, client_id, kind, name, version",
            List.of("sort_key"),
            Folders::read,
            folder -> List.of(folder.id(), folder.client(), folder.kind(), folder.name(), folder.sortKey()));

    Folders(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(FolderId id) {
        return List.of(id);
    }

    @Override
    FolderId idOf(Folder record) {
        return record.id();
    }

    @Override
    public List<Folder> ofClient(ClientId client) {
        String sql = table.select() + " where practice_id = ? and client_id = ? order by sort_key, id";
        return unit.list(table.reader(), sql, practice, client);
    }

    private static Folder read(Row row) throws SQLException {
        return new Folder(
                new FolderId(row.uuid()),
                new ClientId(row.uuid()),
                row.constant(FolderKind.class),
                row.text(),
                row.number());
    }
}

package org.clientportal.model.document;

import org.clientportal.model.Require;
import org.clientportal.model.SortKey;
import org.clientportal.model.Versioned;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.ClientId;

/** A document-type folder of one client (DO-2). Names are unique among a client's ordinary folders, compared folded. */
public record Folder(FolderId id, ClientId client, FolderKind kind, String name, long version)
        implements Versioned<Folder> {
    public Folder {
        name = Require.line("name", name, 100);
    }

    /** The folded name by which folders are ordered and told apart. */
    public String sortKey() {
        return SortKey.of(name);
    }

    public Folder renamed(String newName) {
        return new Folder(id, client, kind, newName, version);
    }

    @Override
    public Folder withVersion(long next) {
        return new Folder(id, client, kind, name, next);
    }
}

package org.clientportal.host.api;

import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** A folder. */
record FolderJson(FolderId id, ClientId clientId, FolderKind kind, String name, long version) {
    static FolderJson of(Folder folder) {
        return new FolderJson(folder.id(), folder.client(), folder.kind(), folder.name(), folder.version());
    }
}

package org.clientportal.storage;

import java.util.List;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** Looks up folders. */
public interface FolderReader extends RecordReader<FolderId, Folder> {
    /** A client's folders by folded name, then id. */
    List<Folder> ofClient(ClientId client);
}

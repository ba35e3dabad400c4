package org.clientportal.storage;

import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** Keeps folders; folded names are unique among a client's ordinary folders. */
public interface FolderStore extends FolderReader, RecordStore<FolderId, Folder> {}

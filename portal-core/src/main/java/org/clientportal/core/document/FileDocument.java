package org.clientportal.core.document;

import java.util.Optional;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;

/**
 * Where a document is to lie from now on, under what name and year.
 *
 * @param version the version it was read at; absent: whatever it is
 */
public record FileDocument(DocumentId id, FolderId folder, FileName name, int year, Optional<Long> version) {}

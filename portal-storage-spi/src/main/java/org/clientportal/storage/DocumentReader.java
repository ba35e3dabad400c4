package org.clientportal.storage;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.ListedDocument;

/** Looks up documents; by id also those in the trash. */
public interface DocumentReader extends RecordReader<DocumentId, Document> {
    Optional<Document> findByExternalId(String externalId);

    /** The newest upload first, then by id, highest first; one keyset scan per client. */
    Page<ListedDocument> list(DocumentQuery query);

    /**
     * How many documents outside the trash count as New for this contact in each client (DO-3); a client with none may be
     * left out.
     */
    Map<ClientId, Integer> countNew(Map<ClientId, Visibility> within, ContactId viewer, Instant now);

    /** The years of the documents that are admitted and not in the trash, newest last. */
    SortedSet<Integer> years(Map<ClientId, Visibility> within);

    /** Whether this contact has downloaded the document in full. */
    boolean isDownloaded(DocumentId document, ContactId by);
}

package org.clientportal.storage.memory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toCollection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.DocumentStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.UniqueKey;

final class MemoryDocuments extends MemoryRecords<DocumentId, Document> implements DocumentStore {
    static final Table<DocumentId, Document> TABLE = Table.of("document", Document::id)
            .unique(UniqueKey.DOCUMENT_EXTERNAL_ID, Document::externalId)
            .refersTo(MemoryClients.TABLE, document -> Set.of(document.client()))
            .refersTo(MemoryFolders.TABLE, document -> Set.of(document.folder()));

    /** Who downloaded what in full, for the first time. */
    private record Download(Key key, Instant at) {
        private record Key(DocumentId document, ContactId by) {}
    }

    private static final Table<Download.Key, Download> DOWNLOADS = Table.of("download", Download::key)
            .refersTo(TABLE, download -> Set.of(download.key().document()))
            .refersTo(MemoryContacts.TABLE, download -> Set.of(download.key().by()));

    private static final Order<Document, Instant> NEWEST_FIRST = Order.newestFirst(Document::uploadedAt, Document::id);

    private final Rows<Download.Key, Download> downloads;

    MemoryDocuments(Transaction transaction, PracticeId practice) {
        super(new Rows<>(transaction, practice, TABLE), false);
        this.downloads = new Rows<>(transaction, practice, DOWNLOADS);
    }

    @Override
    public Optional<Document> findByExternalId(String externalId) {
        return rows.by(UniqueKey.DOCUMENT_EXTERNAL_ID, externalId);
    }

    @Override
    public Page<ListedDocument> list(DocumentQuery query) {
        Stream<Document> found = admitted(query.within()).filter(document -> matches(document, query));
        return NEWEST_FIRST
                .page(found, query.page())
                .map(document -> new ListedDocument(
                        document,
                        query.viewer()
                                .map(viewer -> isDownloaded(document.id(), viewer))
                                .orElse(false)));
    }

    private boolean matches(Document document, DocumentQuery query) {
        return document.inTrash() == query.trash()
                && query.folder().map(document.folder()::equals).orElse(true)
                && query.year().map(year -> year == document.year()).orElse(true)
                && query.search().map(document.sortKey()::contains).orElse(true)
                && (!query.firm() || document.uploadedBy().isFirm())
                && query.newAt()
                        .map(now -> isNew(document, query.viewer().orElseThrow(), now))
                        .orElse(true);
    }

    @Override
    public Map<ClientId, Integer> countNew(Map<ClientId, Visibility> within, ContactId viewer, Instant now) {
        return admitted(within)
                .filter(document -> !document.inTrash() && isNew(document, viewer, now))
                .collect(groupingBy(Document::client, summingInt(document -> 1)));
    }

    @Override
    public SortedSet<Integer> years(Map<ClientId, Visibility> within) {
        return admitted(within)
                .filter(document -> !document.inTrash())
                .map(Document::year)
                .collect(toCollection(TreeSet::new));
    }

    @Override
    public boolean isDownloaded(DocumentId document, ContactId by) {
        return downloads.get(new Download.Key(document, by)).isPresent();
    }

    @Override
    public void markDownloaded(DocumentId document, ContactId by, Instant now) {
        if (!isDownloaded(document, by)) {
            downloads.insert(new Download(new Download.Key(document, by), now));
        }
    }

    @Override
    public void delete(DocumentId id) {
        rows.delete(id);
        downloads
                .all()
                .map(Download::key)
                .filter(key -> key.document().equals(id))
                .toList()
                .forEach(downloads::delete);
    }

    private Stream<Document> admitted(Map<ClientId, Visibility> within) {
        return rows.all()
                .filter(document ->
                        within.getOrDefault(document.client(), Visibility.NONE).admits(document.traits()));
    }

    private boolean isNew(Document document, ContactId viewer, Instant now) {
        return document.newUntil().map(until -> !now.isAfter(until)).orElse(false)
                && !isDownloaded(document.id(), viewer);
    }
}

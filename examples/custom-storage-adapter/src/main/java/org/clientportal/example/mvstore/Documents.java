package org.clientportal.example.mvstore;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.DocumentStore;
import org.clientportal.storage.Page;
import org.clientportal.storage.UniqueKey;

/** Documents, and who has downloaded them. */
final class Documents extends Records<DocumentId, Document> implements DocumentStore {
    /** A contact's first complete download. */
    record Download(DocumentId document, ContactId by, Instant at) {
        static String text(DocumentId document, ContactId by) {
            return document + " " + by;
        }
    }

    static final Kind<Document> KIND = Kind.of(
                    "document", Document.class, document -> document.id().toString())
            .unique(UniqueKey.DOCUMENT_EXTERNAL_ID, Document::externalId)
            .order(
                    "newest",
                    document -> List.of(
                            document.client().toString(), list(document.inTrash()), Key.time(document.uploadedAt())))
            .orderEverywhere("trash", document -> document.trash().map(trash -> List.of(Key.time(trash.at()))));

    private static final Kind<Download> DOWNLOADS = Kind.of(
                    "download", Download.class, download -> Download.text(download.document(), download.by()))
            .order("document", download -> List.of(download.document().toString()));

    private final Table<Download> downloads;

    Documents(Unit unit) {
        super(unit, unit.table(KIND), DocumentId::toString);
        this.downloads = unit.table(DOWNLOADS);
    }

    @Override
    DocumentId idOf(Document document) {
        return document.id();
    }

    @Override
    void requireParents(Document document) {
        unit.table(Clients.KIND).requireParent(document.client().toString());
        unit.table(Folders.KIND).requireParent(document.folder().toString());
    }

    @Override
    public Optional<Document> findByExternalId(String externalId) {
        return table.findUnique(UniqueKey.DOCUMENT_EXTERNAL_ID, externalId);
    }

    @Override
    public Page<ListedDocument> list(DocumentQuery query) {
        List<List<String>> clients = query.within().keySet().stream()
                .map(client -> List.of(client.toString(), list(query.trash())))
                .toList();
        return table.pageByTime("newest", clients, query.page(), document -> admits(query, document))
                .map(document -> new ListedDocument(document, downloadedBy(document, query.viewer())));
    }

    private boolean admits(DocumentQuery query, Document document) {
        return admits(query.within(), document)
                && query.folder().map(document.folder()::equals).orElse(true)
                && query.year().map(year -> document.year() == year).orElse(true)
                && query.search().map(document.sortKey()::contains).orElse(true)
                && (!query.firm() || document.uploadedBy().isFirm())
                && query.newAt().map(at -> isNew(document, query.viewer(), at)).orElse(true);
    }

    private static boolean admits(Map<ClientId, Visibility> within, Document document) {
        return within.getOrDefault(document.client(), Visibility.NONE).admits(document.traits());
    }

    private boolean isNew(Document document, Optional<ContactId> viewer, Instant at) {
        return document.newUntil().map(end -> !at.isAfter(end)).orElse(false) && !downloadedBy(document, viewer);
    }

    private boolean downloadedBy(Document document, Optional<ContactId> viewer) {
        return viewer.map(by -> isDownloaded(document.id(), by)).orElse(false);
    }

    @Override
    public Map<ClientId, Integer> countNew(Map<ClientId, Visibility> within, ContactId viewer, Instant now) {
        Map<ClientId, Integer> counts = new HashMap<>();
        present(within)
                .filter(document -> isNew(document, Optional.of(viewer), now))
                .forEach(document -> counts.merge(document.client(), 1, Integer::sum));
        return counts;
    }

    @Override
    public SortedSet<Integer> years(Map<ClientId, Visibility> within) {
        return present(within).map(Document::year).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is admitted outside the trash. */
    private Stream<Document> present(Map<ClientId, Visibility> within) {
        return within.keySet().stream()
                .flatMap(client -> table.ascending("newest", client.toString(), list(false)))
                .filter(document -> admits(within, document));
    }

    @Override
    public boolean isDownloaded(DocumentId document, ContactId by) {
        return downloads.has(Download.text(document, by));
    }

    @Override
    public void markDownloaded(DocumentId document, ContactId by, Instant now) {
        table.requireParent(document.toString());
        unit.table(Contacts.KIND).requireParent(by.toString());
        if (!isDownloaded(document, by)) {
            downloads.add(new Download(document, by, now));
        }
    }

    @Override
    public void delete(DocumentId id) {
        table.remove(id.toString());
        downloads
                .ascending("document", id.toString())
                .toList()
                .forEach(download -> downloads.remove(Download.text(id, download.by())));
    }

    private static String list(boolean trash) {
        return trash ? "trash" : "present";
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.model.document.Trash;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The list of documents over several clients, its filters, and what counts as New. */
public abstract class DocumentListSuite extends ListSuite<ListedDocument> {
    private final Client diner = Samples.fresh().client("Diner");
    private final Client zoo = Samples.fresh().client("Zoo");

    protected DocumentListSuite() {}

    /** A query for all documents of both clients, to be narrowed. */
    private record Narrowed(
            boolean trash,
            Optional<Folder> folder,
            Optional<Integer> year,
            Optional<String> search,
            boolean firm,
            Optional<Contact> viewer,
            Optional<Instant> newAt) {
        static final Narrowed NOT = new Narrowed(
                false, Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());

        DocumentQuery query(Map<ClientId, Visibility> within, PageRequest page) {
            return new DocumentQuery(
                    within, trash, folder.map(Folder::id), year, search, firm, viewer.map(Contact::id), newAt, page);
        }
    }

    private Map<ClientId, Visibility> both(Visibility visibility) {
        return Map.of(diner.id(), visibility, zoo.id(), visibility);
    }

    @Override
    final Page<ListedDocument> page(ReadView view, PageRequest page) {
        return view.documents().list(Narrowed.NOT.query(both(Visibility.ALL), page));
    }

    @Override
    final List<ListedDocument> fill() {
        Folder dinersFolder = folderOf(diner);
        Folder zoosFolder = folderOf(zoo);
        Folder elsewhere = folderOf(samples.client("Not asked for"));
        insert(samples.document(elsewhere, "elsewhere.pdf"));
        insert(trashed(samples.document(zoosFolder, "trash.pdf")));
        List<Document> documents = Stream.of(4, 4, 1, 9, 9, 9, 2, 3, 0, 7, 0, 8)
                .map(seconds -> insert(samples.document(
                        seconds % 2 == 0 ? dinersFolder : zoosFolder,
                        "a.pdf",
                        Principal.system(),
                        Samples.NOW.plusSeconds(seconds))))
                .toList();
        return Orders.newestFirst(documents, Document::uploadedAt, Document::id).stream()
                .map(document -> new ListedDocument(document, false))
                .toList();
    }

    @Override
    final void come() {
        Folder folder = add(samples.folder(zoo, "Later"));
        insert(samples.document(folder, "later.pdf", Principal.system(), Samples.NOW.plusSeconds(99)));
    }

    @Override
    final void go(ListedDocument shown) {
        change(unit -> unit.documents().update(trashed(shown.document())));
    }

    @Override
    final boolean isByTime() {
        return true;
    }

    private Folder folderOf(Client client) {
        add(client);
        return add(samples.folder(client, "Receipts"));
    }

    private Document insert(Document document) {
        change(unit -> unit.documents().insert(document));
        return document;
    }

    private static Document trashed(Document document) {
        return document.trashed(new Trash(Samples.NOW, Principal.system()));
    }

    private void assertListed(UnaryOperator<Narrowed> narrow, Document... expected) {
        DocumentQuery query = narrow.apply(Narrowed.NOT).query(both(Visibility.ALL), PageRequest.first(50));
        see(view -> assertThat(view.documents().list(query).items())
                .extracting(ListedDocument::document)
                .containsExactly(expected));
    }

    @Test
    @DisplayName("STO-25 documents are filtered by trash, folder, year, name and firm")
    void documentsAreFiltered() {
        Folder receipts = folderOf(diner);
        Folder bills = add(samples.folder(diner, "Bills"));
        Principal joe = Principal.of(add(samples.contact("Joe")).id());
        Document firms = insert(samples.document(receipts, "\u00C9tat_100%.pdf", Principal.service("x"), at(3)));
        Document joes = insert(samples.document(bills, "etat.pdf", joe, at(2)));
        Document old = insert(samples.document(bills, "old.pdf", Principal.system(), at(1))
                .filed(bills, new FileName("old.pdf"), 1999));
        Document gone = insert(trashed(samples.document(receipts, "gone.pdf")));

        assertListed(all -> all, firms, joes, old);
        assertListed(q -> with(q, true, q.folder(), q.year(), q.search(), false), gone);
        assertListed(q -> with(q, false, Optional.of(bills), q.year(), q.search(), false), joes, old);
        assertListed(q -> with(q, false, q.folder(), Optional.of(1999), q.search(), false), old);
        assertListed(q -> with(q, false, q.folder(), q.year(), Optional.of("ETAT"), false), firms, joes);
        assertListed(q -> with(q, false, q.folder(), q.year(), Optional.of("_100%"), false), firms);
        assertListed(q -> with(q, false, q.folder(), q.year(), Optional.of("t.p_f"), false));
        assertListed(q -> with(q, false, q.folder(), q.year(), q.search(), true), firms, old);
        assertListed(q -> with(q, false, Optional.of(bills), Optional.of(1999), Optional.of("old"), true), old);
    }

    private static Narrowed with(
            Narrowed q,
            boolean trash,
            Optional<Folder> folder,
            Optional<Integer> year,
            Optional<String> search,
            boolean firm) {
        return new Narrowed(trash, folder, year, search, firm, q.viewer(), q.newAt());
    }

    @Test
    @DisplayName("STO-25 New are those until newUntil, inclusive, that the viewer has not downloaded")
    void newDocumentsAreListedAndCounted() {
        Contact joe = add(samples.contact("Joe"));
        Contact ann = add(samples.contact("Ann"));
        Folder receipts = folderOf(diner);
        Folder animals = folderOf(zoo);
        Document fresh = insert(samples.document(receipts, "fresh.pdf", Principal.system(), at(3)));
        Document read = insert(samples.document(receipts, "read.pdf", Principal.system(), at(2)));
        Document zoos = insert(samples.document(animals, "zoo.pdf", Principal.system(), at(1)));
        insert(samples.document(receipts, "own.pdf", Principal.of(joe.id()), at(4)));
        insert(trashed(samples.document(receipts, "gone.pdf")));
        change(unit -> unit.documents().markDownloaded(read.id(), joe.id(), at(9)));

        assertNew(joe, at(9), Map.of(diner, 1, zoo, 1), fresh, zoos);
        assertNew(ann, at(9), Map.of(diner, 2, zoo, 1), fresh, read, zoos);
        Instant last = fresh.newUntil().orElseThrow();
        assertNew(joe, last, Map.of(diner, 1), fresh);
        assertNew(joe, last.plusNanos(1000), Map.of());
    }

    private void assertNew(Contact viewer, Instant now, Map<Client, Integer> counts, Document... expected) {
        assertListed(
                q -> new Narrowed(
                        false, q.folder(), q.year(), q.search(), false, Optional.of(viewer), Optional.of(now)),
                expected);
        see(view -> assertThat(positive(view.documents().countNew(both(Visibility.ALL), viewer.id(), now)))
                .isEqualTo(counts.entrySet().stream()
                        .collect(Collectors.toMap(count -> count.getKey().id(), Map.Entry::getValue))));
    }

    /** Without the clients that have none, which may be left out. */
    private static Map<ClientId, Integer> positive(Map<ClientId, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    @DisplayName("STO-13 a document is told as downloaded to the viewer who did, and to no other")
    void downloadsAreTold() {
        Contact joe = add(samples.contact("Joe"));
        Contact ann = add(samples.contact("Ann"));
        add(zoo);
        Document document = insert(samples.document(folderOf(diner), "a.pdf"));
        change(unit -> unit.documents().markDownloaded(document.id(), joe.id(), Samples.NOW));

        assertDownloaded(Optional.of(joe), true);
        assertDownloaded(Optional.of(ann), false);
        assertDownloaded(Optional.empty(), false);
    }

    private void assertDownloaded(Optional<Contact> viewer, boolean expected) {
        Narrowed narrowed = new Narrowed(
                false, Optional.empty(), Optional.empty(), Optional.empty(), false, viewer, Optional.empty());
        see(view -> assertThat(view.documents()
                        .list(narrowed.query(both(Visibility.ALL), PageRequest.first(9)))
                        .items())
                .extracting(ListedDocument::downloaded)
                .containsExactly(expected));
    }

    @Test
    @DisplayName("STO-25 the years of documents outside the trash come newest last, each once")
    void yearsComeNewestLast() {
        Folder receipts = folderOf(diner);
        Folder animals = folderOf(zoo);
        for (Folder folder : List.of(receipts, animals)) {
            for (int year : new int[] {2026, 1999, folder.equals(animals) ? 2024 : 2025}) {
                insert(samples.document(folder, "a.pdf").filed(folder, new FileName("a.pdf"), year));
            }
        }
        insert(trashed(samples.document(animals, "gone.pdf").filed(animals, new FileName("a.pdf"), 1901)));

        see(view -> {
            assertThat(view.documents().years(both(Visibility.ALL))).containsExactly(1999, 2024, 2025, 2026);
            assertThat(view.documents().years(Map.of(zoo.id(), Visibility.ALL))).containsExactly(1999, 2024, 2026);
            assertThat(view.documents().years(Map.of())).isEmpty();
        });
    }

    private static Instant at(int seconds) {
        return Samples.NOW.plusSeconds(seconds);
    }
}

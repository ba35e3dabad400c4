package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.access.Visibility.Breadth;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.ListedDocument;
import org.clientportal.model.document.Trash;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** STO-28, exhaustively: every visibility there is against every kind of document there is. */
public abstract class VisibilitySuite extends StorageSuite {
    private static final PageRequest ALL = PageRequest.first(PageRequest.MAX);

    protected VisibilitySuite() {}

    @Test
    @Tag("promise:P14")
    @DisplayName("STO-28 every visibility lists, counts and dates exactly the documents that it admits")
    void whatIsListedIsWhatIsAdmitted() {
        Contact joe = add(samples.contact("Joe"));
        Contact ann = add(samples.contact("Ann"));
        Client diner = add(samples.client("Diner"));
        List<Document> documents = store(diner, joe, ann);

        see(view -> everyVisibility(joe, ann)
                .forEach(visibility -> assertAgrees(view, joe, Map.of(diner.id(), visibility), documents)));
    }

    @Test
    @DisplayName("STO-28 each client of a query has a visibility of its own; one that is not named admits nothing")
    void visibilitiesAreThoseOfTheirClients() {
        Contact joe = add(samples.contact("Joe"));
        Contact ann = add(samples.contact("Ann"));
        Client diner = add(samples.client("Diner"));
        Client zoo = add(samples.client("Zoo"));
        Client shop = add(samples.client("Shop"));
        Client other = add(samples.client("Other"));
        List<Document> documents = new ArrayList<>();
        Stream.of(diner, zoo, shop, other).forEach(client -> documents.addAll(store(client, joe, ann)));

        see(view -> {
            assertAgrees(
                    view,
                    joe,
                    Map.of(
                            diner.id(), Visibility.own(joe.id()),
                            zoo.id(), Visibility.RELEASED,
                            shop.id(), Visibility.NONE),
                    documents);
            assertAgrees(view, joe, Map.of(), documents);
        });
    }

    private static void assertAgrees(
            ReadView view, Contact viewer, Map<ClientId, Visibility> within, List<Document> documents) {
        Set<Document> listed = admitted(within, documents, false);
        long fresh = listed.stream()
                .filter(document -> document.newUntil().isPresent())
                .count();

        assertThat(list(view, within, viewer, false)).as("listed by %s", within).hasSameElementsAs(listed);
        assertThat(list(view, within, viewer, true))
                .as("in the trash by %s", within)
                .hasSameElementsAs(admitted(within, documents, true));
        assertThat(view.documents().years(within))
                .as("years by %s", within)
                .isEqualTo(new TreeSet<>(listed.stream().map(Document::year).toList()));
        assertThat(view.documents().countNew(within, viewer.id(), Samples.NOW).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("new by %s", within)
                .isEqualTo((int) fresh);
    }

    private static Set<Document> admitted(Map<ClientId, Visibility> within, List<Document> documents, boolean trash) {
        return documents.stream()
                .filter(document -> document.inTrash() == trash)
                .filter(document ->
                        within.getOrDefault(document.client(), Visibility.NONE).admits(document.traits()))
                .collect(Collectors.toSet());
    }

    private static List<Document> list(ReadView view, Map<ClientId, Visibility> within, Contact viewer, boolean trash) {
        return view.documents().list(query(within, viewer, trash)).items().stream()
                .map(ListedDocument::document)
                .toList();
    }

    private static DocumentQuery query(Map<ClientId, Visibility> within, Contact viewer, boolean trash) {
        return new DocumentQuery(
                within,
                trash,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(viewer.id()),
                Optional.empty(),
                ALL);
    }

    /** Visible or not, in every kind of folder, by the firm or either contact, in the trash or not; years tell them apart. */
    private List<Document> store(Client client, Contact joe, Contact ann) {
        List<Document> documents = new ArrayList<>();
        List<Principal> authors =
                List.of(Principal.service("importer"), Principal.of(joe.id()), Principal.of(ann.id()));
        change(unit -> {
            documents.clear();
            for (FolderKind kind : FolderKind.values()) {
                Folder folder = samples.folder(client, kind.name(), kind);
                unit.folders().insert(folder);
                for (Principal author : authors) {
                    Document shown = samples.document(folder, "a.pdf", author, Samples.NOW)
                            .filed(folder, new FileName("a.pdf"), 2000 + documents.size());
                    Trash trash = new Trash(Samples.NOW, author);
                    documents.add(shown);
                    Stream.of(
                                    samples.document(folder, "b.pdf", author, Samples.NOW)
                                            .withVisible(false),
                                    samples.document(folder, "c.pdf", author, Samples.NOW)
                                            .trashed(trash),
                                    samples.document(folder, "d.pdf", author, Samples.NOW)
                                            .withVisible(false)
                                            .trashed(trash))
                            .forEach(documents::add);
                }
            }
            documents.forEach(unit.documents()::insert);
        });
        return documents;
    }

    private static Stream<Visibility> everyVisibility(Contact joe, Contact ann) {
        List<Optional<ContactId>> viewers = List.of(Optional.of(joe.id()), Optional.of(ann.id()), Optional.empty());
        return Arrays.stream(Breadth.values())
                .flatMap(breadth -> everySet().stream()
                        .flatMap(kinds -> viewers.stream()
                                .flatMap(viewer -> IntStream.range(0, 16)
                                        .mapToObj(bits -> new Visibility(
                                                breadth,
                                                (bits & 1) == 0,
                                                kinds,
                                                (bits & 2) == 0,
                                                (bits & 4) == 0,
                                                (bits & 8) == 0,
                                                viewer)))));
    }

    private static List<Set<FolderKind>> everySet() {
        List<Set<FolderKind>> sets = new ArrayList<>();
        sets.add(EnumSet.noneOf(FolderKind.class));
        for (FolderKind kind : FolderKind.values()) {
            for (Set<FolderKind> smaller : List.copyOf(sets)) {
                Set<FolderKind> larger = EnumSet.of(kind);
                larger.addAll(smaller);
                sets.add(larger);
            }
        }
        return sets;
    }
}

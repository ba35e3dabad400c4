package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Folder;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.ClientQuery;
import org.clientportal.storage.ContactQuery;
import org.clientportal.storage.DocumentQuery;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many statements a look costs, and that each is served by an index (STO-29). */
class StatementsTest {
    private static final int ROWS = 40;
    private static final Samples SAMPLES = Samples.fresh();
    private static final Client CLIENT = SAMPLES.client("Alder");
    private static final Client OTHER = SAMPLES.client("Birch");
    private static final Contact CONTACT = SAMPLES.contact("Jo", "jo@example.com");
    private static final Folder FOLDER = SAMPLES.folder(CLIENT, "Statements");
    private static final Principal JO = Principal.of(CONTACT.id());

    @TempDir
    private Path folder;

    private final List<String> statements = new ArrayList<>();
    private JdbcStorage storage;

    @BeforeEach
    void fill() {
        storage = JdbcStorage.sqlite(file())
                .migrate()
                .onStatement(statements::add)
                .build();
        storage.write(SAMPLES.scope(), unit -> {
            unit.practices().insert(SAMPLES.practice());
            unit.clients().insert(CLIENT);
            unit.clients().insert(OTHER);
            unit.contacts().insert(CONTACT);
            unit.assignments().insert(SAMPLES.assignment(CONTACT, CLIENT, Permission.FILES));
            unit.assignments().insert(SAMPLES.assignment(CONTACT, OTHER));
            unit.folders().insert(FOLDER);
            unit.sessions().insert(SAMPLES.session(JO));
            for (int i = 0; i < ROWS; i++) {
                unit.clients().insert(SAMPLES.client("Client " + i));
                unit.contacts().insert(SAMPLES.contact("Contact " + i));
                unit.documents().insert(SAMPLES.document(FOLDER, "Document " + i));
                unit.signIns().insert(SAMPLES.signIn(Optional.of(JO), "signed_in", Samples.NOW));
                unit.outbox().insert(SAMPLES.message(Lane.NOTICE, "notice", Optional.of(JO), Samples.NOW));
                unit.audit().append(SAMPLES.audit("signed_in", JO, Samples.NOW));
            }
            return true;
        });
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Path file() {
        return folder.resolve("portal.db");
    }

    static Stream<Arguments> lists() {
        Map<ClientId, Visibility> all = Map.of(CLIENT.id(), Visibility.ALL, OTHER.id(), Visibility.ALL);
        Visibility partial = Visibility.own(CONTACT.id()).or(Visibility.folders(Set.of(FolderKind.TAX_RETURN)));
        Map<ClientId, Visibility> some = Map.of(CLIENT.id(), Visibility.RELEASED, OTHER.id(), partial);
        return Stream.of(
                list(
                        "clients",
                        (view, page) ->
                                view.clients().list(new ClientQuery(Optional.empty(), Optional.empty(), false, page))),
                list(
                        "contacts",
                        (view, page) -> view.contacts()
                                .list(new ContactQuery(Optional.empty(), Optional.empty(), Samples.NOW, page))),
                list("documents of the firm", (view, page) -> view.documents().list(documents(all, page))),
                list("documents of a contact", (view, page) -> view.documents().list(documents(some, page))),
                list("documents in a folder", (view, page) -> view.documents().list(inFolder(some, page))),
                list("sign-ins", (view, page) -> view.signIns().list(Optional.of(JO), page)),
                list("messages", (view, page) -> view.outbox().list(DeliveryState.QUEUED, page)),
                list(
                        "audit entries",
                        (view, page) -> view.audit()
                                .list(new AuditQuery(
                                        Optional.empty(), Optional.of(JO), Optional.empty(), Optional.empty(), page))));
    }

    /** A list that pages. */
    interface Lister {
        Page<?> list(ReadView view, PageRequest page);
    }

    private static Arguments list(String name, Lister lister) {
        return Arguments.of(name, lister);
    }

    private static DocumentQuery documents(Map<ClientId, Visibility> within, PageRequest page) {
        return query(within, false, page);
    }

    private static DocumentQuery inFolder(Map<ClientId, Visibility> within, PageRequest page) {
        return query(within, true, page);
    }

    private static DocumentQuery query(Map<ClientId, Visibility> within, boolean inFolder, PageRequest page) {
        return new DocumentQuery(
                within,
                false,
                inFolder ? Optional.of(FOLDER.id()) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(CONTACT.id()),
                Optional.empty(),
                page);
    }

    @ParameterizedTest(name = "STO-29 {0}: one statement for a page of many as for a page of one")
    @MethodSource("lists")
    @DisplayName("STO-29 a page costs one statement however long it is")
    void aPageCostsOneStatement(String name, Lister lister) {
        assertThat(statementsOf(view -> assertThat(
                                lister.list(view, PageRequest.first(1)).items())
                        .hasSize(1)))
                .hasSize(1);
        assertThat(statementsOf(view -> assertThat(
                                lister.list(view, PageRequest.first(100)).items())
                        .hasSizeGreaterThanOrEqualTo(ROWS)))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0}: by an index, in its own order")
    @MethodSource("lists")
    @DisplayName("a page is read from an index in the order of the list, so that its cost does not grow with the table")
    void aPageIsReadFromAnIndex(String name, Lister lister) throws SQLException {
        List<String> first = statementsOf(view -> lister.list(view, PageRequest.first(10)));
        Page<?> page = read(view -> lister.list(view, PageRequest.first(10)));
        List<String> second = statementsOf(view -> lister.list(view, new PageRequest(10, page.next())));
        for (String statement : Stream.concat(first.stream(), second.stream()).toList()) {
            String plan = String.join("\n", plan(statement));
            assertThat(plan).contains("USING INDEX portal_").doesNotContainPattern("SCAN (portal_|d$|a$)");
            // Merging the few rows of each client's page sorts at its end; nothing that grows with the table does.
            assertThat(plan.replaceAll("(?s)MERGE.*|SCAN [su]\\b.*", "")).doesNotContain("TEMP B-TREE");
        }
    }

    @Test
    @DisplayName("a contact's session comes with the person and all grants in one statement")
    void aSessionIsOneStatement() {
        String hash = read(view -> view.sessions().live(JO, Samples.NOW)).get(0).hash();
        List<String> one = statementsOf(view -> assertThat(
                        view.sessions().findContactSession(hash).orElseThrow().grants())
                .hasSize(2));
        assertThat(one).hasSize(1);
    }

    @Test
    @DisplayName("documents of very many clients take a statement for each thirty scans")
    void manyClientsTakeFewStatements() {
        Map<ClientId, Visibility> within = new HashMap<>();
        read(view -> view.clients()
                        .list(new ClientQuery(Optional.empty(), Optional.empty(), false, PageRequest.first(500))))
                .items()
                .forEach(client -> within.put(client.id(), Visibility.ALL));
        assertThat(within).hasSize(ROWS + 2);
        List<String> few = statementsOf(view -> assertThat(view.documents()
                        .list(documents(within, PageRequest.first(100)))
                        .items())
                .hasSize(ROWS));
        assertThat(few).hasSize(2);
    }

    private <T> T read(Function<ReadView, T> work) {
        return storage.read(SAMPLES.scope(), work);
    }

    private List<String> statementsOf(Consumer<ReadView> work) {
        statements.clear();
        read(view -> {
            work.accept(view);
            return true;
        });
        return List.copyOf(statements);
    }

    private List<String> plan(String sql) throws SQLException {
        try (Connection connection = SqliteEngine.source(file()).getConnection();
                PreparedStatement explain = connection.prepareStatement("explain query plan " + sql);
                ResultSet result = explain.executeQuery()) {
            List<String> steps = new ArrayList<>();
            while (result.next()) {
                steps.add(result.getString("detail"));
            }
            return steps;
        }
    }
}

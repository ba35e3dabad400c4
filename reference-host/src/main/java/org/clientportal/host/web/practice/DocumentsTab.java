package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.AddedFiles;
import org.clientportal.host.web.page.Address;
import org.clientportal.host.web.page.Asked;
import org.clientportal.host.web.view.DropZone;
import org.clientportal.host.web.view.Tab;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.Page;

/** A client's Documents tab: what there is, what its people see of it, and adding to it (DO-1, DO-2, DO-6). */
public final class DocumentsTab {
    private static final String ALL = Places.CLIENTS + "/{clientId}/documents";
    private static final int ROWS = 30;

    private final Desk desk;

    DocumentsTab(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Audience.STAFF, "practice.client.documents", e -> page(e, Function.identity())),
                Route.post(ALL, Audience.STAFF, "practice.client.documents.add", this::add)
                        .streaming(),
                Route.post(
                        ALL + "/{documentId}/visible",
                        Audience.STAFF,
                        "practice.client.document.visible",
                        this::setVisible));
    }

    /**
     * The tab.
     *
     * @param chips the folders, and the years where there are several
     * @param kept what a search keeps of the address
     */
    public record View(
            ClientHead head,
            List<DocumentLine> rows,
            List<Folder> folders,
            List<Tab> chips,
            List<Tab> years,
            Map<String, String> kept,
            String search,
            Optional<String> next,
            DropZone zone) {
        /** Whether anything narrows the list. */
        public boolean narrowed() {
            return !kept.isEmpty() || !search.isEmpty();
        }
    }

    /** What the address asks for. */
    private record Wish(ClientId client, Optional<FolderId> folder, Optional<Integer> year, Optional<String> search) {
        static Wish of(Exchange exchange) {
            return new Wish(
                    Call.client(exchange),
                    Asked.query(exchange, "folder", FolderId::of),
                    exchange.query().number("year"),
                    exchange.query().text("q").map(String::strip).filter(text -> !text.isEmpty()));
        }

        Address address() {
            return Address.of(Places.documents(client))
                    .with("folder", folder)
                    .with("year", year)
                    .with("q", search);
        }

        Map<String, String> kept() {
            Map<String, String> kept = new TreeMap<>();
            folder.ifPresent(id -> kept.put("folder", id.toString()));
            year.ifPresent(number -> kept.put("year", number.toString()));
            return kept;
        }
    }

    private Answer page(Exchange exchange, Function<DocumentLine, DocumentLine> change) {
        ClientHead head = ClientHead.of(desk, exchange, "documents");
        Wish wish = Wish.of(exchange);
        DocumentFilter filter = new DocumentFilter(
                Set.of(wish.client()),
                wish.folder(),
                wish.year(),
                wish.search(),
                false,
                false,
                exchange.query().page(ROWS));
        Page<DocumentRow> page = desk.portal().documents().list(exchange.staff(), filter);
        List<Folder> folders = desk.portal().folders().list(exchange.staff(), wish.client());
        DocumentLines lines = DocumentLines.of(desk, exchange, folders);
        Texts t = desk.words(exchange);
        View view = new View(
                head,
                page.items().stream().map(lines::line).map(change).toList(),
                folders,
                folders(wish, folders, t),
                years(exchange, wish, t),
                wish.kept(),
                wish.search().orElse(""),
                page.next()
                        .map(cursor ->
                                wish.address().with("cursor", cursor.encoded()).toString()),
                new DropZone(
                        wish.address().toString(),
                        AddedFiles.FILE,
                        Map.of(),
                        exchange.practice().settings().maxUpload()));
        return desk.page(exchange, "documents", view);
    }

    private static List<Tab> folders(Wish wish, List<Folder> folders, Texts t) {
        List<Tab> chips = new ArrayList<>();
        chips.add(Tab.of(
                t.get("files.folder.all"),
                wish.address().without("folder").toString(),
                wish.folder().isEmpty()));
        for (Folder folder : folders) {
            boolean current = wish.folder().filter(folder.id()::equals).isPresent();
            chips.add(Tab.of(
                    folder.name(), wish.address().with("folder", folder.id()).toString(), current));
        }
        return chips;
    }

    private List<Tab> years(Exchange exchange, Wish wish, Texts t) {
        List<Integer> years = desk.portal().documents().years(exchange.staff(), Set.of(wish.client())).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        if (years.size() < 2 && wish.year().isEmpty()) {
            return List.of();
        }
        List<Tab> chips = new ArrayList<>();
        chips.add(Tab.of(
                t.get("files.year.all"),
                wish.address().without("year").toString(),
                wish.year().isEmpty()));
        for (Integer year : years) {
            boolean current = wish.year().filter(year::equals).isPresent();
            chips.add(Tab.of(year.toString(), wish.address().with("year", year).toString(), current));
        }
        return chips;
    }

    private Answer add(Exchange exchange) throws IOException {
        Wish wish = Wish.of(exchange);
        List<Folder> folders = desk.portal().folders().list(exchange.staff(), wish.client());
        return new AddedFiles(desk.portal().uploads(), exchange.staff(), folders)
                .answer(exchange, desk.words(exchange), wish.address().toString());
    }

    private Answer setVisible(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        DocumentId id = DocumentPages.row(desk, exchange).document().id();
        String back = exchange.query().flag("page")
                ? Places.document(Call.client(exchange), id)
                : Places.documents(Call.client(exchange));
        return desk.posted(
                exchange,
                posted,
                () -> {
                    boolean visible = posted.checked("visible");
                    desk.portal()
                            .filing()
                            .setVisible(exchange.staff(), id, visible, Optional.of(Typed.version(posted)));
                    return desk.done(exchange, back, visible ? "practice.file.shown" : "practice.file.hidden");
                },
                form -> page(
                        exchange,
                        row -> row.document().id().equals(id)
                                ? row.refused(form.errors().values().iterator().next())
                                : row));
    }
}

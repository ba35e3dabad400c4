package org.clientportal.host.web.practice;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.page.Asked;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** A client's folders: adding one, giving one another name; the tax folders stay what they are (PM-4). */
public final class FolderPages {
    private static final String ALL = Places.CLIENTS + "/{clientId}/folders";

    private final Desk desk;

    FolderPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Audience.STAFF, "practice.client.folders", e -> page(e, Optional.empty(), Form.EMPTY)),
                Route.post(ALL, Audience.STAFF, "practice.client.folders.create", this::create),
                Route.post(ALL + "/{folderId}", Audience.STAFF, "practice.client.folders.rename", this::rename));
    }

    /**
     * The page.
     *
     * @param refused whose form was refused; absent: the new folder's, if any
     * @param form what was typed there
     */
    public record View(ClientHead head, List<Folder> folders, Optional<FolderId> refused, Form form) {
        /** The form of a folder: what was typed where it was refused, else its name. */
        public Form of(Folder folder) {
            return refused.filter(folder.id()::equals).isPresent()
                    ? form
                    : Form.of(java.util.Map.of("name", folder.name()));
        }

        /** The new folder's form. */
        public Form fresh() {
            return refused.isPresent() ? Form.EMPTY : form;
        }
    }

    private Answer create(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        return desk.posted(
                exchange,
                posted,
                () -> {
                    Folder folder = desk.portal()
                            .folders()
                            .create(exchange.staff(), Call.client(exchange), posted.text("name"));
                    return desk.done(exchange, place(exchange), "practice.folder.created", folder.name());
                },
                form -> page(exchange, Optional.empty(), form));
    }

    private Answer rename(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        FolderId id = here(exchange);
        return desk.posted(
                exchange,
                posted,
                () -> {
                    desk.portal()
                            .folders()
                            .rename(exchange.staff(), id, posted.text("name"), Optional.of(Typed.version(posted)));
                    return desk.done(exchange, place(exchange), "practice.saved");
                },
                form -> page(exchange, Optional.of(id), form));
    }

    /** The folder at the path, if it is one of the client's. */
    private FolderId here(Exchange exchange) {
        FolderId id = Asked.path(exchange, "folderId", FolderId::of);
        return desk.portal().folders().list(exchange.staff(), Call.client(exchange)).stream()
                .map(Folder::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    private static String place(Exchange exchange) {
        return Places.client(Call.client(exchange)) + "/folders";
    }

    private Answer page(Exchange exchange, Optional<FolderId> refused, Form form) {
        ClientHead head = ClientHead.of(desk, exchange, "documents");
        List<Folder> folders =
                desk.portal().folders().list(exchange.staff(), head.client().id());
        return desk.page(exchange, "folders", new View(head, folders, refused, form));
    }
}

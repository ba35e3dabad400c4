package org.clientportal.host.web.practice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientportal.core.document.Author;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.view.FileKind;
import org.clientportal.host.web.view.FileTile;
import org.clientportal.host.web.view.Texts;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** Puts a client's documents into words for staff, who tell deleted people apart by number (DE-3). */
final class DocumentLines {
    private final Texts t;
    private final String practice;
    private final Previews previews;
    private final Map<FolderId, String> folders;

    private DocumentLines(Texts t, String practice, Previews previews, Map<FolderId, String> folders) {
        this.t = t;
        this.practice = practice;
        this.previews = previews;
        this.folders = folders;
    }

    static DocumentLines of(Desk desk, Exchange exchange, ClientId client) {
        return of(desk, exchange, desk.portal().folders().list(exchange.staff(), client));
    }

    static DocumentLines of(Desk desk, Exchange exchange, List<Folder> folders) {
        return new DocumentLines(
                desk.words(exchange),
                exchange.practice().name(),
                desk.previews(),
                folders.stream().collect(Collectors.toMap(Folder::id, Folder::name)));
    }

    DocumentLine line(DocumentRow row) {
        Document document = row.document();
        String place = Places.document(document.client(), document.id());
        boolean drawn = previews.shows(document) && !document.inTrash();
        String folder = folders.getOrDefault(document.folder(), "");
        FileTile tile = new FileTile(
                document.name().value(),
                place,
                FileKind.of(document.mediaType()),
                drawn ? Optional.of(place + "/thumbnail") : Optional.empty(),
                t.get("practice.file.note", folder, t.size(document.size())),
                false);
        return new DocumentLine(row, tile, folder, author(row.author()), place, drawn, "");
    }

    private String author(Author author) {
        if (author.kind() == Author.Kind.UNKNOWN) {
            return author.pseudonym()
                    .map(number -> t.get("practice.author.unknown", number))
                    .orElseGet(() -> t.get("author.unknown"));
        }
        return author.name().orElse(practice);
    }
}

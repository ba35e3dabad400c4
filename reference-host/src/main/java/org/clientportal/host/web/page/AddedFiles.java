package org.clientportal.host.web.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.document.Uploads;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Multipart;
import org.clientportal.host.http.Part;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Texts;
import org.clientportal.host.web.view.Tone;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.Require;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/**
 * Takes in the files of a form as they arrive. Where they may go was decided before the first byte of one is read (DO-6,
 * DO-10); each is whole or not there, whatever becomes of the next.
 */
public final class AddedFiles {
    /** The field that names the folder; it stands before the files. */
    public static final String FOLDER = "to";
    /** The field of the files. */
    public static final String FILE = "file";

    /** The most bytes that a form has besides its file. */
    private static final long FORM = 16 << 10;

    private final Uploads uploads;
    private final Actor actor;
    private final List<Folder> folders;
    private Optional<Long> least = Optional.empty();
    private boolean visible;
    private Optional<Integer> year = Optional.empty();
    private int count;
    private String last = "";

    /**
     * @param actor who adds; what a contact adds is always visible, and of this year (DO-10)
     * @param folders where files may go
     */
    public AddedFiles(Uploads uploads, Actor actor, List<Folder> folders) {
        this.uploads = uploads;
        this.actor = actor;
        this.folders = folders;
    }

    /**
     * Takes in what was sent. Scripts send one file a request and want a problem itself; a plain form may send several and
     * goes back to the list, which says what came of them.
     *
     * @param back the list
     */
    public Answer answer(Exchange exchange, Texts t, String back) throws IOException {
        boolean script = exchange.header("Accept")
                .filter(type -> type.contains("application/problem+json"))
                .isPresent();
        if (script) {
            // One file is all that comes, so it is about as long as the request says: refused before its first byte
            // (DO-6).
            least = exchange.body().length().map(length -> Math.max(0, length - FORM));
        }
        Flash said;
        try {
            take(exchange.body().parts());
            said = Flash.good(count == 0 ? t.get("files.added.none") : t.get("files.added", count, last));
        } catch (PortalException | InvalidValue refused) {
            if (script) {
                throw refused;
            }
            String words = Refused.words(t, refused);
            String all = count == 0 ? words : t.get("files.added.some", count, words);
            said = new Flash(Tone.BAD, all, Optional.empty());
        }
        return (script ? Answer.done() : Answer.seeOther(back)).flash(Said.flash(said));
    }

    private void take(Multipart parts) throws IOException {
        Optional<Folder> into = Optional.empty();
        for (Optional<Part> next = parts.next(); next.isPresent(); next = parts.next()) {
            Part part = next.get();
            if (part.isFile()) {
                take(part, into.orElseThrow(Refusals::notFound));
            } else {
                switch (part.name()) {
                    case FOLDER -> into = Optional.of(folder(part.text()));
                    case "visible" -> visible = true;
                    case "year" -> year = year(part.text().strip());
                    default -> {}
                }
            }
        }
    }

    private void take(Part part, Folder into) {
        FileName name = new FileName(part.fileName().orElseThrow());
        uploads.check(actor, upload(into, name, least));
        uploads.upload(actor, upload(into, name, Optional.empty()), part.content());
        count++;
        last = name.value();
    }

    private UploadDocument upload(Folder into, FileName name, Optional<Long> length) {
        return new UploadDocument(into.client(), into.id(), name, length, visible, year, Optional.empty());
    }

    private Folder folder(String text) {
        FolderId id = FolderId.of(text);
        return folders.stream()
                .filter(folder -> folder.id().equals(id))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }

    private static Optional<Integer> year(String text) {
        Require.that(text.matches("([0-9]{4})?"), "year", "out_of_range", "must be between 1900 and 2999");
        return text.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(text));
    }
}

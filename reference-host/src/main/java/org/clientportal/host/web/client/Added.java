package org.clientportal.host.web.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Folders;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.document.Uploads;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Multipart;
import org.clientportal.host.http.Part;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/**
 * Takes in the files of a form as they arrive. Where they may go was decided before the first byte of one is read (DO-6,
 * DO-10); each is whole or not there, whatever becomes of the next.
 */
final class Added {
    static final String FOLDER = "to";
    static final String FILE = "file";

    private final Uploads uploads;
    private final Actor actor;
    private final List<Folder> folders;
    private int count;
    private String last = "";

    Added(Uploads uploads, Actor actor, List<Folder> folders) {
        this.uploads = uploads;
        this.actor = actor;
        this.folders = folders;
    }

    /** The folders into which the actor may add, business by business (DO-10). */
    static List<Folder> folders(Folders folders, Actor actor, Businesses businesses) {
        return businesses.shown().stream()
                .flatMap(client -> folders.list(actor, client.id()).stream())
                .toList();
    }

    void take(Multipart parts) throws IOException {
        Optional<Folder> into = Optional.empty();
        for (Optional<Part> next = parts.next(); next.isPresent(); next = parts.next()) {
            Part part = next.get();
            if (part.isFile()) {
                take(part, into.orElseThrow(Refusals::notFound));
            } else if (part.name().equals(FOLDER)) {
                into = Optional.of(folder(part.text()));
            }
        }
    }

    /** How many were taken in. */
    int count() {
        return count;
    }

    /** The name of the last. */
    String last() {
        return last;
    }

    private void take(Part part, Folder into) {
        FileName name = new FileName(part.fileName().orElseThrow());
        UploadDocument upload = new UploadDocument(
                into.client(), into.id(), name, Optional.empty(), true, Optional.empty(), Optional.empty());
        uploads.upload(actor, upload, part.content());
        count++;
        last = name.value();
    }

    private Folder folder(String text) {
        FolderId id = FolderId.of(text);
        return folders.stream()
                .filter(folder -> folder.id().equals(id))
                .findFirst()
                .orElseThrow(Refusals::notFound);
    }
}

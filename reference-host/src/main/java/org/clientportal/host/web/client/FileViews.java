package org.clientportal.host.web.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.core.document.Author;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.view.FileKind;
import org.clientportal.host.web.view.FileTile;
import org.clientportal.host.web.view.Times;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** Puts documents into the reader's words. Belongs to one request. */
final class FileViews {
    private final Times times;
    private final Businesses businesses;
    private final Previews previews;
    private final String practice;
    private final Map<FolderId, String> folders = new HashMap<>();

    FileViews(Times times, Businesses businesses, Previews previews, String practice) {
        this.times = times;
        this.businesses = businesses;
        this.previews = previews;
        this.practice = practice;
    }

    /** Lets these folders be named, and no other. */
    FileViews naming(List<Folder> known) {
        known.forEach(folder -> folders.put(folder.id(), folder.name()));
        return this;
    }

    /** Under the name stand business (where several are shown) and folder. */
    FileView listed(DocumentRow row) {
        Document document = row.document();
        return view(row, note(businesses.label(document.client()), folder(document)));
    }

    /** Under the name stand business (where several are shown), folder and when it was added. */
    FileView recent(DocumentRow row) {
        Document document = row.document();
        return view(row, note(businesses.label(document.client()), folder(document), times.ago(document.uploadedAt())));
    }

    private FileView view(DocumentRow row, String note) {
        Document document = row.document();
        String path = FilesPage.PATH + "/" + document.id();
        boolean shown = previews.shows(document);
        FileTile tile = new FileTile(
                document.name().value(),
                path,
                FileKind.of(document.mediaType()),
                shown ? Optional.of(path + "/thumbnail") : Optional.empty(),
                note,
                row.isNew());
        return new FileView(
                tile,
                businesses.name(document.client()),
                folder(document),
                author(row.author()),
                document.uploadedAt(),
                times.t().size(document.size()),
                document.year(),
                row.deletableUntil(),
                path,
                shown);
    }

    private String folder(Document document) {
        return folders.getOrDefault(document.folder(), "");
    }

    private String author(Author author) {
        return switch (author.kind()) {
            case SELF -> times.t().get("author.self");
            case FIRM -> practice;
            case CONTACT -> author.name().orElse("");
            case UNKNOWN -> times.t().get("author.unknown");
        };
    }

    private static String note(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}

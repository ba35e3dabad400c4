package org.clientportal.storage.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.contact.ContactId;

/**
 * A {@link Visibility} over documents as conditions of a query; it admits what {@link Visibility#admits} admits. A
 * document is addressed to nobody, so {@code addressed} never admits one and {@code unaddressed} always does.
 */
final class DocumentVisibility {
    private final boolean nothing;
    private final boolean everything;
    private final boolean releasedOnly;
    private final Set<FolderKind> folders;
    private final Optional<ContactId> author;

    /** For a list of those in the trash, none of which is released, or of the others. */
    DocumentVisibility(Visibility visibility, boolean trash) {
        this.releasedOnly = visibility.releasedOnly();
        this.nothing = visibility.breadth() == Visibility.Breadth.NONE || (releasedOnly && trash);
        this.everything = visibility.breadth() == Visibility.Breadth.ALL || visibility.unaddressed();
        this.folders = visibility.folders();
        this.author = visibility.viewer().filter(viewer -> visibility.own());
    }

    /**
     * Conditions of which at most one holds for a document, and one exactly if it is admitted. Each is a range of an
     * index in the order of the list, so that a page costs the same however many documents there are.
     */
    List<Filter> ranges() {
        if (nothing) {
            return List.of();
        }
        if (everything && !releasedOnly) {
            return List.of(new Filter());
        }
        Collection<FolderKind> kinds = everything ? EnumSet.allOf(FolderKind.class) : folders;
        List<Filter> ranges = new ArrayList<>();
        kinds.forEach(kind -> ranges.add(released().and("d.folder_kind = ?", kind)));
        if (!everything && author.isPresent()) {
            Filter own = released().and(own());
            ranges.add(folders.isEmpty() ? own : own.and("d.folder_kind not in " + literals(folders)));
        }
        return ranges;
    }

    /** One condition for all that is admitted, for a query that another index serves; empty if nothing is. */
    Optional<Filter> condition() {
        if (nothing || (!everything && folders.isEmpty() && author.isEmpty())) {
            return Optional.empty();
        }
        Filter condition = released();
        if (!everything) {
            condition.and(some());
        }
        return Optional.of(condition);
    }

    private Filter some() {
        // Appending nothing keeps this from being taken for a range of an index.
        String inFolder = folders.isEmpty() ? "" : "d.folder_kind || '' in " + literals(folders);
        if (author.isEmpty()) {
            return Filter.of(inFolder);
        }
        Filter own = own();
        return inFolder.isEmpty()
                ? own
                : Filter.of(
                        "(" + inFolder + " or (" + own.sql() + "))",
                        own.arguments().toArray());
    }

    private Filter released() {
        return releasedOnly ? Filter.of("d.visible") : new Filter();
    }

    private Filter own() {
        return Filter.of(
                "d.uploaded_by_kind = 'CONTACT' and d.uploaded_by_key = ?",
                author.orElseThrow().toString());
    }

    private static String literals(Set<FolderKind> kinds) {
        return kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}

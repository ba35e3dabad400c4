package org.clientportal.storage.jdbc;

import java.util.ArrayList;
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

    /**
     * Documents that are admitted and lie in one range of an index.
     *
     * @param byAuthor whether the index is that of authors; a range of it is short
     */
    record Range(Filter admitted, boolean byAuthor) {}

    /** For a list of those in the trash, none of which is released, or of the others. */
    DocumentVisibility(Visibility visibility, boolean trash) {
        this.releasedOnly = visibility.releasedOnly();
        this.nothing = visibility.breadth() == Visibility.Breadth.NONE || (releasedOnly && trash);
        this.everything = visibility.breadth() == Visibility.Breadth.ALL || visibility.unaddressed();
        this.folders = visibility.folders();
        this.author = visibility.viewer().filter(viewer -> visibility.own());
    }

    /**
     * Ranges that together hold each admitted document once. In each the rows stand in the order of the list, so that a
     * page costs the same however many documents there are.
     *
     * @param byKind whether the index to be used has the kind of folder before that order, as those of folders and of
     *     the years of released documents do
     */
    List<Range> ranges(boolean byKind) {
        if (nothing) {
            return List.of();
        }
        Set<FolderKind> kinds = everything ? EnumSet.allOf(FolderKind.class) : folders;
        if (kinds.size() == FolderKind.values().length && !byKind) {
            return List.of(new Range(released(), false));
        }
        List<Range> ranges = new ArrayList<>();
        for (FolderKind kind : FolderKind.values()) {
            if (kinds.contains(kind)) {
                ranges.add(new Range(released().and("d.folder_kind = ?", kind), false));
            } else if (author.isPresent()) {
                ranges.add(new Range(released().and(own()).and("d.folder_kind = ?", kind), true));
            }
        }
        return ranges;
    }

    /** One condition for all that is admitted, for a query whose index does not serve visibility; empty if nothing is. */
    Optional<Filter> condition() {
        if (nothing || (!everything && folders.isEmpty() && author.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(everything ? released() : released().and(some()));
    }

    private Filter some() {
        if (folders.isEmpty()) {
            return own();
        }
        // Appending nothing keeps this from being taken for a range of an index.
        String inFolder = "d.folder_kind || '' in " + literals(folders);
        if (author.isEmpty()) {
            return Filter.of(inFolder);
        }
        Filter own = own();
        return Filter.of(
                "(" + inFolder + " or (" + own.sql() + "))", own.arguments().toArray());
    }

    private Filter released() {
        return releasedOnly ? Filter.of("d.visible") : new Filter();
    }

    private Filter own() {
        String who = author.orElseThrow().toString();
        return Filter.of("d.uploaded_by_kind = 'CONTACT' and d.uploaded_by_key = ?", who);
    }

    private static String literals(Set<FolderKind> kinds) {
        return kinds.stream().map(kind -> "'" + kind.name() + "'").collect(Collectors.joining(", ", "(", ")"));
    }
}

package org.clientportal.model.access;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.contact.ContactId;

/**
 * Which items of one kind, at one client, somebody may see: a small closed form that decides in Java and filters in a
 * query, so that what is listed and what is allowed cannot differ.
 *
 * @param breadth nothing, everything, or what the other components admit
 * @param releasedOnly whether hidden items and drafts are left out, whatever else admits them
 * @param folders admits items that lie in a folder of these kinds
 * @param own admits items whose author is the viewer
 * @param addressed admits items addressed to the viewer
 * @param unaddressed admits items addressed to nobody in particular
 * @param viewer the contact that {@code own} and {@code addressed} speak of
 */
public record Visibility(
        Breadth breadth,
        boolean releasedOnly,
        Set<FolderKind> folders,
        boolean own,
        boolean addressed,
        boolean unaddressed,
        Optional<ContactId> viewer) {
    /** How much is admitted before the finer components are looked at. */
    public enum Breadth {
        NONE,
        SOME,
        ALL
    }

    private static final Set<FolderKind> EVERY_FOLDER = EnumSet.allOf(FolderKind.class);

    /** Nothing: the default of every decision. */
    public static final Visibility NONE =
            new Visibility(Breadth.NONE, true, Set.of(), false, false, false, Optional.empty());

    /** Everything, hidden items and drafts included: the firm's view. */
    public static final Visibility ALL =
            new Visibility(Breadth.ALL, false, EVERY_FOLDER, false, false, false, Optional.empty());

    /** Everything that was released. */
    public static final Visibility RELEASED =
            new Visibility(Breadth.ALL, true, EVERY_FOLDER, false, false, false, Optional.empty());

    public Visibility {
        folders = FolderKind.shared(folders);
    }

    /** Released items whose author is this contact. */
    public static Visibility own(ContactId viewer) {
        return new Visibility(Breadth.SOME, true, Set.of(), true, false, false, Optional.of(viewer));
    }

    /** Released items addressed to this contact, and with {@code unaddressed} those addressed to nobody. */
    public static Visibility addressed(ContactId viewer, boolean unaddressed) {
        return new Visibility(Breadth.SOME, true, Set.of(), false, true, unaddressed, Optional.of(viewer));
    }

    /** Released items that lie in folders of these kinds. */
    public static Visibility folders(Set<FolderKind> kinds) {
        return new Visibility(Breadth.SOME, true, kinds, false, false, false, Optional.empty());
    }

    /**
     * What this or the other admits: permissions only add. Where one of two partial ones leaves hidden items out and the other
     * does not, both do: what was never shown is not shown by adding.
     *
     * @throws IllegalArgumentException if the two speak of different viewers
     */
    public Visibility or(Visibility other) {
        if (breadth == Breadth.NONE || other.equals(ALL)) {
            return other;
        }
        if (other.breadth == Breadth.NONE || equals(ALL)) {
            return this;
        }
        if (breadth == Breadth.ALL || other.breadth == Breadth.ALL) {
            return RELEASED;
        }
        if (viewer.isPresent() && other.viewer.isPresent() && !viewer.equals(other.viewer)) {
            throw new IllegalArgumentException("two viewers");
        }
        Set<FolderKind> united = new HashSet<>(folders);
        united.addAll(other.folders);
        return new Visibility(
                Breadth.SOME,
                releasedOnly || other.releasedOnly,
                united,
                own || other.own,
                addressed || other.addressed,
                unaddressed || other.unaddressed,
                viewer.or(() -> other.viewer));
    }

    /** Decides for one item; a store's query decides the same. */
    public boolean admits(Traits item) {
        if (breadth == Breadth.NONE || (releasedOnly && !item.released())) {
            return false;
        }
        // What decides about most documents comes first.
        return (item.folder().isPresent() && folders.contains(item.folder().get()))
                || breadth == Breadth.ALL
                || (own && item.author().isPresent() && item.author().equals(viewer))
                || (addressed && viewer.isPresent() && item.addressees().contains(viewer.get()))
                || (unaddressed && item.addressees().isEmpty());
    }
}

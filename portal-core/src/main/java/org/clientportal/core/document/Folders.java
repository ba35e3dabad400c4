package org.clientportal.core.document;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.core.Actor;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;

/** Keeps a client's folders (DO-2). A folder whose files one may not see does not exist for one (PM-4). Thread-safe. */
public final class Folders {
    private final Units units;

    public Folders(Units units) {
        this.units = units;
    }

    /** The folders into which this actor may look, by name. */
    public List<Folder> list(Actor actor, ClientId client) {
        return units.read(actor, work -> {
            work.shown(client);
            Visibility visibility = work.visibility(client, ResourceKind.DOCUMENT);
            return work.view().folders().ofClient(client).stream()
                    .filter(folder -> opens(visibility, folder.kind()))
                    .toList();
        });
    }

    /**
     * Adds an ordinary folder (staff), whatever its name.
     *
     * @throws org.clientportal.core.error.PortalException.Conflict {@code folder_exists}
     */
    public Folder create(Actor actor, ClientId client, String name) {
        return units.write(actor, work -> {
            work.reached(client);
            Folder folder = new Folder(new FolderId(work.newId()), client, FolderKind.ORDINARY, name, 0);
            work.unit().folders().insert(folder);
            work.happened(PortalEvent.at(client, EventType.FOLDER_CREATED, folder.id()));
            return folder;
        });
    }

    /**
     * Renames a folder (staff); its kind stays.
     *
     * @param version the version it was read at; absent: whatever it is
     */
    public Folder rename(Actor actor, FolderId id, String name, Optional<Long> version) {
        return units.write(actor, work -> {
            work.firm();
            Folder folder = work.unit().folders().find(id).orElseThrow(Refusals::notFound);
            work.reached(folder.client());
            folder = work.unit().folders().lock(id);
            Refusals.unlessAt(folder, version);
            work.happened(PortalEvent.at(folder.client(), EventType.FOLDER_RENAMED, id));
            return work.unit().folders().update(folder.renamed(name));
        });
    }

    /** A folder of this client into which the actor may look. */
    static Folder open(Reading work, ClientId client, FolderId id) {
        Visibility visibility = work.visibility(client, ResourceKind.DOCUMENT);
        return work.view()
                .folders()
                .find(id)
                .filter(folder -> folder.client().equals(client) && opens(visibility, folder.kind()))
                .orElseThrow(Refusals::notFound);
    }

    static boolean opensAny(Visibility visibility) {
        return Stream.of(FolderKind.values()).anyMatch(kind -> opens(visibility, kind));
    }

    /** Whether what lies in such a folder is shown for the folder's sake, not only as one's own. */
    private static boolean opens(Visibility visibility, FolderKind kind) {
        return visibility.admits(new Traits(true, Optional.of(kind), Optional.empty(), Set.of()));
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Folders of documents. */
public abstract class FoldersSuite extends LockedRecordSuite<FolderId, Folder> {
    protected FoldersSuite() {}

    @Override
    final RecordReader<FolderId, Folder> reader(ReadView view) {
        return view.folders();
    }

    @Override
    final RecordStore<FolderId, Folder> store(WriteUnit unit) {
        return unit.folders();
    }

    @Override
    final FolderId idOf(Folder folder) {
        return folder.id();
    }

    @Override
    final Folder sample() {
        return samples.folder(add(samples.client("Diner")), "Receipts");
    }

    @Override
    final List<Folder> varieties() {
        Client client = add(samples.client("Diner"));
        return List.of(
                samples.folder(client, Texts.STRANGE.substring(0, 40)),
                samples.folder(client, Texts.ofLength(100).strip()),
                samples.folder(client, "Tax return", FolderKind.TAX_RETURN),
                samples.folder(client, "Organizer", FolderKind.ORGANIZER));
    }

    @Override
    final Folder changed(Folder folder) {
        return folder.renamed(folder.kind() + " of 2026 " + folder.id());
    }

    @Override
    final Folder twin(Folder folder) {
        return folder.renamed("Twin");
    }

    @Test
    @DisplayName("STO-16 only ordinary folders of one client share the names")
    void otherFoldersMayHaveTheName() {
        Client diner = add(samples.client("Diner"));
        Folder ordinary = stored(samples.folder(diner, "Tax return"));
        Folder tax = stored(samples.folder(diner, "Tax return", FolderKind.TAX_RETURN));
        Folder others = stored(samples.folder(add(samples.client("Other")), "Tax return"));

        assertStored(ordinary);
        assertStored(tax);
        assertStored(others);
    }

    @Test
    @DisplayName("STO-16 a folder's old name is free once it is renamed, and its own name is no obstacle")
    void aRenamedFolderFreesItsName() {
        Folder folder = stored(sample());
        Folder recased = write(unit -> unit.folders().update(folder.renamed("RECEIPTS")));
        change(unit -> unit.folders().update(recased.renamed("Bills")));

        Folder next = stored(new Folder(sample().id(), folder.client(), FolderKind.ORDINARY, "Receipts", 0));

        assertStored(next);
    }

    @Test
    @DisplayName("STO-25 a client's folders come by folded name, then id")
    void foldersComeByName() {
        Client client = add(samples.client("Diner"));
        List<Folder> folders = Orders.NAMES.stream()
                .map(name -> stored(samples.folder(client, name, FolderKind.ORGANIZER)))
                .toList();
        Folder elsewhere = stored(sample());

        see(view -> {
            assertThat(view.folders().ofClient(client.id()))
                    .containsExactlyElementsOf(Orders.byName(folders, Folder::name, Folder::id));
            assertThat(view.folders().ofClient(elsewhere.client())).containsExactly(elsewhere);
        });
        see(
                storedPractice().scope(),
                view -> assertThat(view.folders().ofClient(client.id())).isEmpty());
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.LegalHold;
import org.clientportal.model.document.Trash;
import org.clientportal.model.staff.StaffId;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.SystemUnit.Owned;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Documents and who downloaded them. */
public abstract class DocumentsSuite extends LockedRecordSuite<DocumentId, Document> {
    private static final Instant LONG_AGO = Instant.parse("1970-03-01T00:00:00Z");

    protected DocumentsSuite() {}

    @Override
    final RecordReader<DocumentId, Document> reader(ReadView view) {
        return view.documents();
    }

    @Override
    final RecordStore<DocumentId, Document> store(WriteUnit unit) {
        return unit.documents();
    }

    @Override
    final DocumentId idOf(Document document) {
        return document.id();
    }

    @Override
    final Document sample() {
        return samples.document(folder(), "receipt.pdf");
    }

    private Folder folder() {
        return add(samples.folder(add(samples.client("Diner")), "Receipts"));
    }

    @Override
    final List<Document> varieties() {
        Principal joe = Principal.of(add(samples.contact("Joe")).id());
        Folder tax = add(samples.folder(add(samples.client("Diner")), "Tax return", FolderKind.TAX_RETURN));
        LegalHold hold = new LegalHold(Texts.STRANGE, new StaffId(UUID.randomUUID()), Samples.NOW);
        return List.of(
                samples.document(tax, Texts.STRANGE, joe, Samples.NOW.plusNanos(1000)),
                samples.document(tax, "x".repeat(300) + ".pdf", Principal.service("importer"), Instant.EPOCH),
                sample().withVisible(false),
                sample().trashed(new Trash(Samples.NOW, joe)),
                sample().trashed(new Trash(Samples.NOW, Principal.system())),
                sample().withHold(Optional.of(hold)),
                ofSize(0, Optional.of(Texts.STRANGE)),
                ofSize(5L << 40, Optional.empty()));
    }

    @Override
    final Document changed(Document document) {
        Folder same = new Folder(document.folder(), document.client(), document.folderKind(), "Receipts", 0);
        return document.filed(same, new FileName("renamed.pdf"), 1999)
                .withVisible(!document.visible())
                .trashed(new Trash(Samples.NOW.plusSeconds(9), Principal.system()));
    }

    @Override
    final Document twin(Document document) {
        return document.withVisible(false);
    }

    @Test
    @DisplayName("STO-11 a document cannot be moved into a folder of another practice")
    void aDocumentStaysInItsPractice() {
        Document document = stored(sample());
        Family strange = storedFamily(storedPractice());

        assertThatThrownBy(() -> change(unit ->
                        unit.documents().update(document.filed(strange.folder(), document.name(), document.year()))))
                .isInstanceOf(ParentMissing.class);
        assertStored(document);
    }

    @Test
    @DisplayName("STO-10 an external id finds the document of this practice only, in the trash or not")
    void externalIdsBelongToOnePractice() {
        Document document = stored(ofSize(1, Optional.of("4711")));
        Document trashed = write(unit -> unit.documents().update(changed(document)));

        see(view -> assertThat(view.documents().findByExternalId("4711")).contains(trashed));
        see(
                storedPractice().scope(),
                view -> assertThat(view.documents().findByExternalId("4711")).isEmpty());
    }

    @Test
    @DisplayName("STO-13 a download is remembered per contact, once, also when noted by many at once")
    void downloadsAreRemembered() {
        Document document = stored(sample());
        Contact joe = add(samples.contact("Joe"));
        Contact ann = add(samples.contact("Ann"));

        List<Ending<Boolean>> endings = race((unit, runner) -> {
            unit.documents().markDownloaded(document.id(), joe.id(), Samples.NOW.plusSeconds(runner));
            return unit.documents().isDownloaded(document.id(), joe.id());
        });

        assertThat(Ending.results(endings)).containsExactly(true, true, true, true);
        see(view -> {
            assertThat(view.documents().isDownloaded(document.id(), joe.id())).isTrue();
            assertThat(view.documents().isDownloaded(document.id(), ann.id())).isFalse();
        });
        see(
                storedPractice().scope(),
                view -> assertThat(view.documents().isDownloaded(document.id(), joe.id()))
                        .isFalse());
    }

    @Test
    @DisplayName(
            "STO-15 a deleted document is gone with the notes of its downloads, and missing when it is deleted again")
    void aDeletedDocumentIsGone() {
        Document document = stored(sample());
        Contact joe = add(samples.contact("Joe"));
        change(unit -> unit.documents().markDownloaded(document.id(), joe.id(), Samples.NOW));

        change(unit -> unit.documents().delete(document.id()));

        see(view -> {
            assertThat(view.documents().find(document.id())).isEmpty();
            assertThat(view.documents().isDownloaded(document.id(), joe.id())).isFalse();
        });
        assertFails(unit -> unit.documents().delete(document.id())).isInstanceOf(RecordMissing.class);
    }

    @Test
    @DisplayName("STO-10 from another practice a document is not deleted")
    void otherPracticesCannotDelete() {
        Document document = stored(sample());

        assertThatThrownBy(() -> change(
                        storedPractice().scope(), unit -> unit.documents().delete(document.id())))
                .isInstanceOf(RecordMissing.class);
        assertStored(document);
    }

    @Test
    @DisplayName("STO-44 what was trashed before the instant is listed, those longest in the trash first")
    void expiredTrashComesOldestFirst() {
        Document second = trashed(sample(), 2);
        Document first = trashed(sample(), 1);
        trashed(sample(), 3);
        stored(sample());

        assertThat(expired(LONG_AGO.plusSeconds(3))).containsExactly(first.id(), second.id());
        assertThat(this.<List<Owned<DocumentId>>>system(system -> system.expiredTrash(LONG_AGO.plusSeconds(3), 1)))
                .hasSize(1);
    }

    @Test
    @DisplayName("STO-44 a legal hold on the document or on its client keeps it off the list")
    void heldTrashIsNotListed() {
        LegalHold hold = new LegalHold("lawsuit", new StaffId(UUID.randomUUID()), Samples.NOW);
        trashed(sample().withHold(Optional.of(hold)), 1);
        Client held = add(samples.client("Held").withHold(Optional.of(hold)));
        trashed(samples.document(add(samples.folder(held, "Receipts")), "receipt.pdf"), 1);
        Document free = trashed(sample(), 1);

        assertThat(expired(LONG_AGO.plusSeconds(3))).containsExactly(free.id());
    }

    private Document trashed(Document document, int seconds) {
        return stored(document.trashed(new Trash(LONG_AGO.plusSeconds(seconds), Principal.system())));
    }

    /** This practice's among all expired ones. */
    private List<DocumentId> expired(Instant before) {
        return system(system -> system.expiredTrash(before, 500)).stream()
                .filter(owned -> owned.practice().equals(samples.practice().id()))
                .map(Owned::item)
                .toList();
    }

    private Document ofSize(long size, Optional<String> externalId) {
        Document bare = sample();
        Client client = add(samples.client("Other"));
        Folder folder = add(samples.folder(client, "Other"));
        return new Document(
                bare.id(),
                client.id(),
                folder.id(),
                folder.kind(),
                bare.name(),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                size,
                samples.sha256(),
                samples.contentKey(),
                true,
                bare.uploadedBy(),
                bare.uploadedAt(),
                2999,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                externalId,
                0);
    }
}

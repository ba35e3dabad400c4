package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** New: uploaded by the firm, within the past three months, not yet downloaded. */
class NewScenarios {
    @Scenario
    @Tag("rule:DO-3")
    void itIsNewUntilThreeMonthsAfterItsUploadThatInstantIncluded(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // when
        world.clock().set(Instant.parse("2026-08-15T16:00:00Z"));

        // then
        thenNew(world, jane, acme, "file.pdf");

        // when
        world.clock().forward(Duration.ofNanos(1_000));

        // then
        thenNew(world, jane, acme);
        assertThat(world.filesSeen(jane, acme)).containsExactly("file.pdf");
    }

    @Scenario
    @Tag("rule:DO-3")
    void monthsAreCountedInThePracticesZoneAcrossChangesOfTheClock(World world) {
        // given: 11:00 in New York's winter; in March its summer time has begun
        Client acme = world.client("Acme");
        world.clock().set(Instant.parse("2026-12-15T16:00:00Z"));

        // when
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // then
        assertThat(file.newUntil()).contains(Instant.parse("2027-03-15T15:00:00Z"));
    }

    @Scenario
    @Tag("rule:DO-3")
    void aContactsUploadIsNeverNew(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor joe = world.contact("Joe Doe", acme, Permission.FILES);

        // when
        world.document(jane, acme, FolderKind.ORDINARY, "from-jane.pdf");

        // then
        thenNew(world, jane, acme);
        thenNew(world, joe, acme);
    }

    @Scenario
    @Tag("rule:DO-3")
    void aCompletedDownloadClearsItForThatContactOnly(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor joe = world.contact("Joe Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // when
        world.portal().downloads().completed(jane, file.id());
        world.portal().downloads().completed(jane, file.id());
        world.portal().downloads().completed(world.admin(), file.id());

        // then
        thenNew(world, jane, acme);
        thenNew(world, joe, acme, "file.pdf");
        assertThat(world.portal().documents().get(jane, file.id()).downloaded()).isTrue();
        assertThat(world.portal().documents().get(joe, file.id()).downloaded()).isFalse();
    }

    @Scenario
    @Tag("rule:DO-3")
    void previewThumbnailLookAndAbortedDownloadDoNot(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        Downloads downloads = world.portal().downloads();

        // when
        downloads.look(jane, file.id());
        Bytes.of(downloads.preview(jane, file.id()));
        Bytes.of(downloads.thumbnail(jane, file.id()));
        Bytes.of(downloads.open(jane, file.id(), 4));
        world.thenReads(jane, file, "file.pdf");

        // then
        thenNew(world, jane, acme, "file.pdf");
    }

    @Scenario
    @Tag("rule:DO-3")
    void itCountsFromTheUploadAlsoWhenMadeVisibleLater(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document early = world.hiddenDocument(acme, FolderKind.ORDINARY, "early.pdf");
        Document late = world.hiddenDocument(acme, FolderKind.ORDINARY, "late.pdf");

        // when
        world.clock().forward(Duration.ofDays(60));
        show(world, early);
        world.clock().forward(Duration.ofDays(33));
        show(world, late);

        // then
        thenNew(world, jane, acme);
        assertThat(world.filesSeen(jane, acme)).containsExactlyInAnyOrder("early.pdf", "late.pdf");
    }

    @Scenario
    @Tag("rule:DO-3")
    void movedOrRestoredItKeepsItsDateAndItsDownloads(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document moved = world.document(world.admin(), acme, FolderKind.ORDINARY, "moved.pdf");
        Document restored = world.document(world.admin(), acme, FolderKind.ORDINARY, "restored.pdf");
        world.portal().downloads().completed(jane, moved.id());

        // when
        world.clock().forward(Duration.ofDays(20));
        Folder tax = world.folder(acme, FolderKind.TAX_RETURN);
        Filing filing = world.portal().filing();
        filing.change(world.admin(), ChangeDocument.filed(moved.id(), tax.id(), moved.name(), 2025, Optional.empty()));
        filing.delete(world.admin(), restored.id());
        Document back = filing.restore(world.admin(), restored.id());

        // then
        assertThat(back.uploadedAt()).isEqualTo(World.START);
        thenNew(world, jane, acme, "restored.pdf");
    }

    @Scenario
    @Tag("rule:DO-3")
    void theCountIsTheListWithTheToggleAndTheSumOverTheBusinesses(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact(
                "Joe Both", Map.of(acme.id(), Terms.of(Permission.FILES), beta.id(), Terms.of(Permission.TAX)));
        world.document(world.admin(), acme, FolderKind.ORDINARY, "a1.pdf");
        world.document(world.admin(), acme, FolderKind.ORDINARY, "a2.pdf");
        world.document(world.admin(), acme, FolderKind.TAX_RETURN, "unseen.pdf");
        world.document(world.admin(), beta, FolderKind.ORGANIZER, "b1.pdf");
        world.document(world.admin(), beta, FolderKind.ORDINARY, "unseen.pdf");

        // when
        Map<ClientId, Integer> counts = world.portal().documents().countNew(joe, Set.of());

        // then
        assertThat(counts).containsOnly(entry(acme.id(), 2), entry(beta.id(), 1));
        assertThat(world.portal().documents().list(joe, newOnly(Set.of())).items())
                .hasSize(3);
        assertThat(world.portal().home().of(joe, Optional.empty()).newTotal()).isEqualTo(3);
        assertThat(world.portal().home().of(joe, Optional.of(beta.id())).newTotal())
                .isEqualTo(1);
    }

    @Scenario
    @Tag("rule:DO-3")
    void toStaffNothingIsNew(World world) {
        // given
        Client acme = world.client("Acme");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // then
        assertThat(world.portal().documents().get(world.admin(), file.id()).isNew())
                .isFalse();
    }

    private static void show(World world, Document document) {
        world.portal().filing().setVisible(world.admin(), document.id(), true, Optional.empty());
    }

    private static DocumentFilter newOnly(Set<ClientId> clients) {
        return new DocumentFilter(
                clients, Optional.empty(), Optional.empty(), Optional.empty(), true, false, PageRequest.first(50));
    }

    /** In the list with the toggle, by the mark on each row, and in the count. */
    private static void thenNew(World world, Actor contact, Client client, String... names) {
        Documents documents = world.portal().documents();
        List<DocumentRow> all = documents
                .list(contact, DocumentFilter.of(client.id(), PageRequest.first(50)))
                .items();
        assertThat(documents.list(contact, newOnly(Set.of(client.id()))).items())
                .extracting(row -> row.document().name().value())
                .containsExactlyInAnyOrder(names);
        assertThat(all)
                .filteredOn(DocumentRow::isNew)
                .extracting(row -> row.document().name().value())
                .containsExactlyInAnyOrder(names);
        assertThat(documents.countNew(contact, Set.of(client.id())).getOrDefault(client.id(), 0))
                .isEqualTo(names.length);
    }
}

package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Bytes;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Contacts find their documents by name, folder and year. */
class FindScenarios {
    @Scenario
    @Tag("rule:DO-2")
    void theNewestComesFirstAndPagesGoOnWhereTheyEnded(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        for (String name : List.of("a.pdf", "b.pdf", "c.pdf")) {
            world.document(world.admin(), acme, FolderKind.ORDINARY, name);
            world.clock().forward(Duration.ofMinutes(1));
        }

        // when
        Page<DocumentRow> first = world.portal().documents().list(jane, DocumentFilter.all(PageRequest.first(2)));
        Page<DocumentRow> second =
                world.portal().documents().list(jane, DocumentFilter.all(new PageRequest(2, first.next())));

        // then
        assertThat(names(first)).containsExactly("c.pdf", "b.pdf");
        assertThat(names(second)).containsExactly("a.pdf");
        assertThat(second.next()).isEmpty();
    }

    @Scenario
    @Tag("rule:DO-2")
    void searchFoldsCaseAndMarks(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        world.document(world.admin(), acme, FolderKind.ORDINARY, "R\u00e9sum\u00e9 2025.pdf");
        world.document(world.admin(), acme, FolderKind.ORDINARY, "Payroll_50%.pdf");

        // then
        assertThat(names(world, jane, search("resume"))).containsExactly("R\u00e9sum\u00e9 2025.pdf");
        assertThat(names(world, jane, search("  SUM\u00c9 "))).containsExactly("R\u00e9sum\u00e9 2025.pdf");
        assertThat(names(world, jane, search("50%"))).containsExactly("Payroll_50%.pdf");
        assertThat(names(world, jane, search("%"))).containsExactly("Payroll_50%.pdf");
        assertThat(names(world, jane, search("l_5"))).containsExactly("Payroll_50%.pdf");
        assertThat(names(world, jane, search("a_r"))).isEmpty();
    }

    @Scenario
    @Tag("rule:DO-2")
    void folderAndYearNarrowTheList(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document filed = world.document(world.admin(), acme, FolderKind.ORDINARY, "filed.pdf");
        world.document(world.admin(), acme, FolderKind.ORDINARY, "other.pdf");
        Folder contracts = world.portal().folders().create(world.admin(), acme.id(), "Contracts");
        world.portal()
                .filing()
                .change(
                        world.admin(),
                        ChangeDocument.filed(
                                filed.id(), contracts.id(), filed.name(), 2024, Optional.of(filed.version())));

        // then
        assertThat(names(world, jane, filter(Optional.of(contracts.id()), Optional.empty())))
                .containsExactly("filed.pdf");
        assertThat(names(world, jane, filter(Optional.empty(), Optional.of(2024))))
                .containsExactly("filed.pdf");
        assertThat(names(world, jane, filter(Optional.empty(), Optional.of(2026))))
                .containsExactly("other.pdf");
        assertThat(world.portal().documents().years(jane, Set.of())).containsExactly(2024, 2026);
    }

    @Scenario
    @Tag("rule:DO-2")
    void theYearIsTheOneStaffSetElseThatOfTheUploadInThePracticesZone(World world) {
        // given: in New York it is still 2026 when 2027 has begun in UTC
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        world.clock().set(Instant.parse("2027-01-01T04:59:59Z"));

        // when
        Document byFirm = world.document(world.admin(), acme, FolderKind.ORDINARY, "firm.pdf");
        Document byJane = upload(world, jane, acme, Optional.of(1999));
        Document set = upload(world, world.admin(), acme, Optional.of(2020));
        world.clock().forward(Duration.ofSeconds(1));
        Document later = upload(world, world.admin(), acme, Optional.empty());

        // then
        assertThat(byFirm.year()).isEqualTo(2026);
        assertThat(byJane.year()).isEqualTo(2026);
        assertThat(set.year()).isEqualTo(2020);
        assertThat(later.year()).isEqualTo(2027);
    }

    @Scenario
    @Tag("rule:DO-2")
    void aContactDownloadsAndPreviewsWhatItSees(World world) throws IOException {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // then
        world.thenReads(jane, file, "file.pdf");
        assertThat(Bytes.of(world.portal().downloads().preview(jane, file.id())))
                .isEqualTo("the bytes of file.pdf");
        assertThat(Bytes.of(world.portal().downloads().thumbnail(jane, file.id())))
                .isEqualTo("the bytes of file.pdf");
        assertThat(Bytes.of(world.portal().downloads().open(jane, file.id(), 13)))
                .isEqualTo("file.pdf");
        assertThat(Bytes.of(world.portal().downloads().open(jane, file.id(), file.size())))
                .isEmpty();
    }

    @Scenario
    void anOffsetOutsideTheFileIsRefused(World world) {
        // given
        Client acme = world.client("Acme");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // then
        for (long offset : new long[] {-1, file.size() + 1, Long.MAX_VALUE}) {
            PortalException refusal = catchThrowableOfType(
                    PortalException.class, () -> world.portal().downloads().open(world.admin(), file.id(), offset));
            assertThat(refusal).isInstanceOf(PortalException.Invalid.class);
            assertThat(refusal.field()).contains("offset");
        }
        assertThat(world.audited(file.id())).containsExactly("document_uploaded");
    }

    private static Document upload(World world, Actor by, Client client, Optional<Integer> year) {
        UploadDocument command = new UploadDocument(
                client.id(),
                world.folder(client, FolderKind.ORDINARY).id(),
                new FileName("a.txt"),
                Optional.empty(),
                true,
                year,
                Optional.empty());
        return world.portal().uploads().upload(by, command, InputStream.nullInputStream());
    }

    private static DocumentFilter search(String text) {
        return new DocumentFilter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.of(text), false, false, PageRequest.first(10));
    }

    private static DocumentFilter filter(Optional<FolderId> folder, Optional<Integer> year) {
        return new DocumentFilter(Set.of(), folder, year, Optional.empty(), false, false, PageRequest.first(10));
    }

    private static List<String> names(World world, Actor actor, DocumentFilter filter) {
        return names(world.portal().documents().list(actor, filter));
    }

    private static List<String> names(Page<DocumentRow> page) {
        return page.items().stream().map(row -> row.document().name().value()).toList();
    }
}

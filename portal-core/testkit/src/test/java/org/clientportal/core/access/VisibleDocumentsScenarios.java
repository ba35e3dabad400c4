package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.ChangeDocument;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.home.HomeView;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.Folder;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What lists show, what a look-up gives and what is explained are one decision, for every set of flags. */
class VisibleDocumentsScenarios {
    @Scenario
    @Tag("rule:PM-1")
    @Tag("rule:PM-4")
    @Tag("rule:PM-5")
    @Tag("rule:PM-6")
    @Tag("rule:PM-10")
    @Tag("promise:P14")
    void everySetOfFlagsSeesWhatIsExpectedInEveryWayOfLooking(World world) {
        // given: in each kind of folder one of the firm's, one hidden, one of another contact, one in the trash
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Actor other = world.contact("Otto Other", acme, Permission.CLIENT_ADMIN);
        List<Document> all = new ArrayList<>();
        for (FolderKind kind : FolderKind.values()) {
            all.add(world.document(world.admin(), acme, kind, "firm-" + kind));
            all.add(world.hiddenDocument(acme, kind, "hidden-" + kind));
            all.add(world.document(jane, acme, kind, "own-" + kind));
            all.add(world.document(other, acme, kind, "other-" + kind));
            Document trashed = world.document(world.admin(), acme, kind, "trashed-" + kind);
            world.portal().filing().delete(world.admin(), trashed.id());
            all.add(trashed);
        }

        for (Set<Permission> flags : Flags.everySet()) {
            // when
            world.portal()
                    .assignments()
                    .setTerms(
                            world.admin(),
                            World.assignmentId(jane, acme),
                            new Terms(flags, Relationship.OTHER),
                            Optional.empty());

            // then
            Set<String> listed = Set.copyOf(world.filesSeen(jane, acme));
            for (Document document : all) {
                String name = document.name().value();
                boolean seen = expected(flags, document.folderKind(), name);
                assertThat(listed.contains(name)).as("%s lists %s", flags, name).isEqualTo(seen);
                assertThat(world.when(() -> world.portal().documents().get(jane, document.id()))
                                .succeeded())
                        .as("%s gets %s", flags, name)
                        .isEqualTo(seen);
                assertThat(world.portal()
                                .explain()
                                .whether(world.admin(), World.contactId(jane), document.id())
                                .allowed())
                        .as("explained with %s: %s", flags, name)
                        .isEqualTo(seen);
            }
        }
    }

    @Scenario
    @Tag("rule:PM-4")
    void whatMayNotBeSeenIsAbsentFromSearchCountsYearsRecentsAndFolders(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document tax = world.document(world.admin(), acme, FolderKind.TAX_RETURN, "return.pdf");
        fileUnder(world, tax, 2019);

        // when
        Portal portal = world.portal();
        DocumentFilter search = new DocumentFilter(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("return"),
                false,
                false,
                PageRequest.first(10));

        // then
        assertThat(portal.documents().list(jane, search).items()).isEmpty();
        assertThat(portal.documents().years(jane, Set.of(acme.id()))).isEmpty();
        HomeView home = portal.home().of(jane, Optional.empty());
        assertThat(home.newTotal()).isZero();
        assertThat(home.newest()).isEmpty();
        assertThat(home.recentFiles()).isEmpty();
        assertThat(portal.folders().list(jane, acme.id()))
                .extracting(Folder::kind)
                .containsExactly(FolderKind.ORDINARY);
        world.when(() -> portal.downloads().open(jane, tax.id(), 0)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.downloads().preview(jane, tax.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.downloads().thumbnail(jane, tax.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> portal.downloads().look(jane, tax.id())).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PM-4")
    void aCustomFolderNamedTaxReturnIsAnOrdinaryOne(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor tom = world.contact("Tom Tax", acme, Permission.TAX);

        // when
        Folder custom = world.portal().folders().create(world.admin(), acme.id(), "Tax return");
        Document file = world.portal()
                .uploads()
                .upload(
                        world.admin(),
                        UploadDocument.to(acme.id(), custom.id(), "file.txt"),
                        new ByteArrayInputStream(new byte[] {'a'}));

        // then
        assertThat(world.filesSeen(jane, acme)).containsExactly("file.txt");
        assertThat(world.filesSeen(tom, acme)).isEmpty();
        assertThat(file.folderKind()).isEqualTo(FolderKind.ORDINARY);
    }

    @Scenario
    @Tag("rule:PM-4")
    void aTaxFolderOfAnotherNameIsStillATaxFolder(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        world.document(world.admin(), acme, FolderKind.ORGANIZER, "organizer.pdf");

        // when
        world.portal()
                .folders()
                .rename(
                        world.admin(),
                        world.folder(acme, FolderKind.ORGANIZER).id(),
                        "Holiday pictures",
                        Optional.empty());

        // then
        assertThat(world.filesSeen(jane, acme)).isEmpty();
        assertThat(world.portal().folders().list(jane, acme.id()))
                .extracting(Folder::name)
                .containsExactly("General");
    }

    @Scenario
    @Tag("rule:PM-5")
    void taxWithoutFilesSeesTheTwoTaxFoldersOnly(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        Actor tom = world.contact("Tom Tax", acme, Permission.TAX);

        // then
        assertThat(world.portal().folders().list(tom, acme.id()))
                .extracting(Folder::kind)
                .containsExactlyInAnyOrder(FolderKind.TAX_RETURN, FolderKind.ORGANIZER);
    }

    @Scenario
    @Tag("rule:PM-3")
    @Tag("rule:PM-6")
    void financialAloneSeesNoDocuments(World world) {
        // given
        Client acme = world.client("Acme");
        for (FolderKind kind : FolderKind.values()) {
            world.document(world.admin(), acme, kind, kind + ".pdf");
        }

        // when
        Actor fin = world.contact("Fin Ance", acme, Permission.FINANCIAL);

        // then
        assertThat(world.filesSeen(fin, acme)).isEmpty();
        assertThat(world.portal().folders().list(fin, acme.id())).isEmpty();
    }

    private static void fileUnder(World world, Document document, int year) {
        ChangeDocument command =
                ChangeDocument.filed(document.id(), document.folder(), document.name(), year, Optional.empty());
        world.portal().filing().change(world.admin(), command);
    }

    private static boolean expected(Set<Permission> flags, FolderKind kind, String name) {
        if (name.startsWith("hidden") || name.startsWith("trashed")) {
            return false;
        }
        boolean tax = kind != FolderKind.ORDINARY;
        return name.startsWith("own")
                || flags.contains(Permission.CLIENT_ADMIN)
                || (tax && flags.contains(Permission.TAX))
                || (!tax && flags.contains(Permission.FILES));
    }
}

package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff make a file visible to the portal, or hide it. */
class HiddenScenarios {
    @Scenario
    @Tag("rule:DO-1")
    void aHiddenFileDoesNotExistForAnyContact(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.values());
        Document hidden = world.hiddenDocument(acme, FolderKind.ORDINARY, "hidden.pdf");

        // then
        assertThat(world.filesSeen(jane, acme)).isEmpty();
        world.when(() -> world.portal().documents().get(jane, hidden.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().downloads().open(jane, hidden.id(), 0)).isRefused(CoreError.NOT_FOUND);
        assertThat(world.filesSeen(world.admin(), acme)).containsExactly("hidden.pdf");
    }

    @Scenario
    @Tag("rule:DO-1")
    void staffShowItAndHideItAgain(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor mia = world.member("Mia Member", acme);
        Document file = world.hiddenDocument(acme, FolderKind.ORDINARY, "file.pdf");

        // when
        Document shown = show(world, mia, file, true, Optional.of(file.version()));

        // then
        assertThat(world.filesSeen(jane, acme)).containsExactly("file.pdf");

        // when
        show(world, mia, file, false, Optional.of(shown.version()));

        // then
        assertThat(world.filesSeen(jane, acme)).isEmpty();
        assertThat(world.audited(file.id())).containsExactly("document_hidden", "document_shown", "document_uploaded");
    }

    @Scenario
    @Tag("rule:DO-1")
    void hidingWhatIsHiddenChangesNothing(World world) {
        // given
        Client acme = world.client("Acme");
        Document file = world.hiddenDocument(acme, FolderKind.ORDINARY, "file.pdf");

        // when
        Document same = show(world, world.admin(), file, false, Optional.empty());

        // then
        assertThat(same).isEqualTo(file);
        assertThat(world.audited(file.id())).containsExactly("document_uploaded");
    }

    @Scenario
    @Tag("rule:DO-1")
    void whoReadItAnotherTimeAgoIsToldSo(World world) {
        // given
        Client acme = world.client("Acme");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        show(world, world.admin(), file, false, Optional.empty());

        // then
        world.when(() -> show(world, world.admin(), file, true, Optional.of(file.version())))
                .isRefused(CoreError.CHANGED_MEANWHILE);
    }

    @Scenario
    @Tag("rule:DO-1")
    @Tag("rule:DO-10")
    void evenItsUploaderDoesNotSeeWhatStaffHid(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document own = world.document(jane, acme, FolderKind.ORDINARY, "own.pdf");

        // when
        show(world, world.admin(), own, false, Optional.empty());

        // then
        world.when(() -> world.portal().documents().get(jane, own.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().filing().delete(jane, own.id())).isRefused(CoreError.NOT_FOUND);
    }

    private static Document show(World world, Actor by, Document file, boolean visible, Optional<Long> version) {
        return world.portal().filing().setVisible(by, file.id(), visible, version);
    }
}

package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** The firm deletes documents into a trash, from which they come back for thirty days. */
class TrashScenarios {
    @Scenario
    @Tag("rule:DO-5")
    void aDeletedDocumentIsInvisibleToContactsAtOnce(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Actor mia = world.member("Mia Member", acme);
        Document file = world.document(jane, acme, FolderKind.ORDINARY, "file.pdf");
        world.clock().forward(Duration.ofDays(400));

        // when
        world.portal().filing().delete(mia, file.id());

        // then
        assertThat(world.filesSeen(jane, acme)).isEmpty();
        assertThat(world.filesSeen(mia, acme)).isEmpty();
        world.when(() -> world.portal().downloads().open(jane, file.id(), 0)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().filing().delete(mia, file.id())).isRefused(CoreError.NOT_FOUND);
        assertThat(trash(world, mia, acme)).containsExactly("file.pdf");
    }

    @Scenario
    @Tag("rule:DO-5")
    void whatAContactDeletedLiesThereToo(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(jane, acme, FolderKind.ORDINARY, "mine.pdf");

        // when
        world.portal().filing().delete(jane, file.id());

        // then
        assertThat(trash(world, world.admin(), acme)).containsExactly("mine.pdf");
        world.when(() -> world.portal().documents().trash(jane, acme.id(), PageRequest.first(5)))
                .isRefused(CoreError.STAFF_ONLY);
        Document back = world.portal().filing().restore(world.admin(), file.id());
        world.thenReads(jane, back, "mine.pdf");
    }

    @Scenario
    @Tag("rule:DO-5")
    void itComesBackWithinThirtyDaysAndNotAfter(World world) {
        // given
        Client acme = world.client("Acme");
        Document first = world.document(world.admin(), acme, FolderKind.ORDINARY, "first.pdf");
        Document second = world.document(world.admin(), acme, FolderKind.ORDINARY, "second.pdf");
        world.portal().filing().delete(world.admin(), first.id());
        world.portal().filing().delete(world.admin(), second.id());

        // when
        world.clock().forward(Duration.ofDays(30).minusNanos(1_000));
        world.when(() -> world.portal().filing().restore(world.admin(), first.id()))
                .isDone();
        world.clock().forward(Duration.ofNanos(1_000));

        // then
        world.when(() -> world.portal().filing().restore(world.admin(), second.id()))
                .isRefused(CoreError.BAD_STATE, "not_restorable");
        world.when(() -> world.portal().filing().restore(world.admin(), first.id()))
                .isRefused(CoreError.BAD_STATE, "not_restorable");
    }

    @Scenario
    @Tag("rule:DO-5")
    void hiddenItComesBackHidden(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document hidden = world.hiddenDocument(acme, FolderKind.ORDINARY, "hidden.pdf");
        world.portal().filing().delete(world.admin(), hidden.id());

        // when
        Document back = world.portal().filing().restore(world.admin(), hidden.id());

        // then
        assertThat(back.visible()).isFalse();
        assertThat(world.filesSeen(jane, acme)).isEmpty();
    }

    @Scenario
    @Tag("rule:DO-5")
    void whatLiesInTheTrashCanNeitherBeShownNorFiled(World world) {
        // given
        Client acme = world.client("Acme");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");
        world.portal().filing().delete(world.admin(), file.id());
        ChangeDocument refile = ChangeDocument.filed(file.id(), file.folder(), file.name(), 2020, Optional.empty());

        // then
        Filing filing = world.portal().filing();
        world.when(() -> filing.setVisible(world.admin(), file.id(), false, Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> filing.change(world.admin(), refile)).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:DO-5")
    void notWhileOnLegalHoldOfTheDocumentOrItsClient(World world) {
        // given
        Client acme = world.client("Acme");
        Document held = world.document(world.admin(), acme, FolderKind.ORDINARY, "held.pdf");
        Document other = world.document(world.admin(), acme, FolderKind.ORDINARY, "other.pdf");
        Filing filing = world.portal().filing();

        // when
        Document onHold = filing.hold(world.admin(), held.id(), Optional.of("Lawsuit 12"));

        // then
        assertThat(onHold.hold().orElseThrow().reason()).isEqualTo("Lawsuit 12");
        assertThat(onHold.hold().orElseThrow().by()).isEqualTo(World.staffId(world.admin()));
        world.when(() -> filing.delete(world.admin(), held.id())).isRefused(CoreError.ON_LEGAL_HOLD);

        // when
        filing.hold(world.admin(), acme.id(), Optional.of("Audit"));

        // then
        world.when(() -> filing.delete(world.admin(), other.id())).isRefused(CoreError.ON_LEGAL_HOLD);

        // when
        filing.hold(world.admin(), acme.id(), Optional.empty());
        filing.hold(world.admin(), held.id(), Optional.empty());

        // then
        world.when(() -> filing.delete(world.admin(), held.id())).isDone();
        world.when(() -> filing.delete(world.admin(), other.id())).isDone();
        assertThat(world.audited(held.id())).startsWith("document_trashed", "document_released", "document_held");
    }

    @Scenario
    @Tag("rule:DO-5")
    void aHoldNeedsAReason(World world) {
        // given
        Client acme = world.client("Acme");

        // when
        PortalException refusal = catchThrowableOfType(
                PortalException.class, () -> world.portal().filing().hold(world.admin(), acme.id(), Optional.of(" ")));

        // then
        assertThat(refusal).isInstanceOf(PortalException.Invalid.class);
        assertThat(refusal.field()).contains("reason");
    }

    private static List<String> trash(World world, Actor staff, Client client) {
        return world.portal().documents().trash(staff, client.id(), PageRequest.first(10)).items().stream()
                .map(row -> row.document().name().value())
                .toList();
    }
}

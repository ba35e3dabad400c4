package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FolderId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A contact deletes its own upload within the practice's time, and not after. */
class OwnUploadScenarios {
    @Scenario
    @Tag("rule:DO-4")
    void contactDeletesItsUploadAtExactlyOneHour(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document receipt = world.document(jane, acme, FolderKind.ORDINARY, "receipt.pdf");

        // when
        world.clock().forward(Duration.ofHours(1));
        world.when(() -> world.portal().filing().delete(jane, receipt.id())).isDone();

        // then
        world.when(() -> world.portal().documents().get(jane, receipt.id())).isRefused(CoreError.NOT_FOUND);
        assertThat(world.audited(receipt.id())).containsExactly("document_trashed", "document_uploaded");
    }

    @Scenario
    @Tag("rule:DO-4")
    void afterOneHourTheUploadIsPartOfTheRecords(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document receipt = world.document(jane, acme, FolderKind.ORDINARY, "receipt.pdf");

        // when
        world.clock().forward(Duration.ofHours(1).plusNanos(1_000));

        // then
        world.when(() -> world.portal().filing().delete(jane, receipt.id())).isRefused(CoreError.PART_OF_RECORDS);
        world.thenReads(jane, receipt, "receipt.pdf");
    }

    @Scenario
    @Tag("rule:DO-4")
    void onlyItsUploaderDeletesAFile(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor amy = world.contact("Amy Admin", acme, Permission.CLIENT_ADMIN);
        Document byJane = world.document(jane, acme, FolderKind.ORDINARY, "jane.pdf");
        Document byFirm = world.document(world.admin(), acme, FolderKind.ORDINARY, "firm.pdf");

        // then
        world.when(() -> world.portal().filing().delete(amy, byJane.id())).isRefused(CoreError.NOT_ALLOWED);
        world.when(() -> world.portal().filing().delete(amy, byFirm.id())).isRefused(CoreError.NOT_ALLOWED);
        assertThat(world.portal().documents().get(amy, byJane.id()).deletableUntil())
                .isEmpty();
    }

    @Scenario
    @Tag("rule:DO-4")
    void thePracticeSetsTheTimeOrNever(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document first = world.document(jane, acme, FolderKind.ORDINARY, "first.pdf");
        Document second = world.document(jane, acme, FolderKind.ORDINARY, "second.pdf");

        // when
        window(world, Optional.of(Duration.ofMinutes(1)));
        world.clock().forward(Duration.ofMinutes(1));

        // then
        world.when(() -> world.portal().filing().delete(jane, first.id())).isDone();

        // when
        window(world, Optional.empty());

        // then
        world.when(() -> world.portal().filing().delete(jane, second.id())).isRefused(CoreError.PART_OF_RECORDS);
        assertThat(world.portal().documents().get(jane, second.id()).deletableUntil())
                .isEmpty();
    }

    @Scenario
    @Tag("rule:DO-4")
    void theTimeLeftIsShownToItsUploaderUntilItsEnd(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document own = world.document(jane, acme, FolderKind.ORDINARY, "own.pdf");
        Instant end = World.START.plus(Duration.ofHours(1));

        // then
        assertThat(world.portal().documents().get(jane, own.id()).deletableUntil())
                .contains(end);
        assertThat(world.portal().documents().get(world.admin(), own.id()).deletableUntil())
                .isEmpty();

        // when
        world.clock().set(end.plusNanos(1_000));

        // then
        assertThat(world.portal().documents().get(jane, own.id()).deletableUntil())
                .isEmpty();
    }

    @Scenario
    @Tag("rule:DO-4")
    void notWhileOnLegalHoldOfTheDocumentOrItsClient(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Terms files = Terms.of(Permission.FILES);
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), files, beta.id(), files));
        Document held = world.document(jane, acme, FolderKind.ORDINARY, "held.pdf");
        Document ofHeldClient = world.document(jane, beta, FolderKind.ORDINARY, "also.pdf");

        // when
        world.portal().filing().hold(world.admin(), held.id(), Optional.of("Lawsuit"));
        world.portal().filing().hold(world.admin(), beta.id(), Optional.of("Lawsuit"));

        // then
        for (Document document : List.of(held, ofHeldClient)) {
            world.when(() -> world.portal().filing().delete(jane, document.id()))
                    .isRefused(CoreError.PART_OF_RECORDS);
            assertThat(world.portal().documents().get(jane, document.id()).deletableUntil())
                    .isEmpty();
        }
    }

    @Scenario
    @Tag("rule:DO-4")
    void theHourRunsFromTheUploadsCompletion(World world) {
        // given: an upload that takes two hours
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        FolderId folder = world.folder(acme, FolderKind.ORDINARY).id();
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                world.clock().forward(Duration.ofHours(2));
                return -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return read();
            }
        };

        // when
        Document own = world.portal().uploads().upload(jane, UploadDocument.to(acme.id(), folder, "own.txt"), slow);

        // then
        assertThat(own.uploadedAt()).isEqualTo(world.clock().instant());
        world.when(() -> world.portal().filing().delete(jane, own.id())).isDone();
    }

    private static void window(World world, Optional<Duration> window) {
        PracticeSettings old = world.practice().settings();
        PracticeSettings changed = new PracticeSettings(
                old.admission(), old.means(), old.sessions(), window, old.maxUpload(), old.invitationText());
        world.portal().practices().changeSettings(world.admin(), changed, Optional.empty());
    }
}

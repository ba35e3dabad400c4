package org.clientportal.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
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
}

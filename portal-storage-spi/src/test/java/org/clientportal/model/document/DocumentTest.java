package org.clientportal.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.practice.PracticeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Instant NOW = Instant.parse("2026-05-15T16:00:00Z");
    private static final String UUID = "00000000-0000-7000-8000-00000000000";
    private static final ContactId JANE = ContactId.of(UUID + "1");

    @Test
    @Tag("rule:DO-1")
    void aVisibleOneIsReleased() {
        assertThat(document().traits().released()).isTrue();
        assertThat(document().withVisible(false).traits().released()).isFalse();
    }

    @Test
    @Tag("rule:DO-5")
    void inTheTrashItIsReleasedToNobody() {
        Document trashed = document().trashed(new Trash(NOW, Principal.system()));
        assertThat(trashed.traits().released()).isFalse();
        assertThat(trashed.restored().traits().released()).isTrue();
        assertThat(trashed.withVisible(false).restored().traits().released()).isFalse();
    }

    @Test
    @Tag("rule:DO-10")
    void itsAuthorIsTheContactWhoUploadedIt() {
        assertThat(document().traits().author()).contains(JANE);
        assertThat(document().traits().addressees()).isEmpty();
    }

    @Test
    @Tag("rule:DO-3")
    void movedItKeepsItsDateAndItsNewness() {
        // when
        Folder tax = new Folder(FolderId.of(UUID + "8"), document().client(), FolderKind.TAX_RETURN, "Tax return", 0);
        Document moved = document().filed(tax, new FileName("b.pdf"), 2024);

        // then
        assertThat(moved.traits().folder()).contains(FolderKind.TAX_RETURN);
        assertThat(moved.uploadedAt()).isEqualTo(NOW);
        assertThat(moved.newUntil()).isEqualTo(document().newUntil());
        assertThat(moved.year()).isEqualTo(2024);
    }

    @Test
    @Tag("rule:DO-5")
    void trashKeepsForThirtyDays() {
        Trash trash = new Trash(NOW, Principal.system());
        assertThat(trash.restorableAt(NOW.plus(Duration.ofDays(30)).minusNanos(1_000)))
                .isTrue();
        assertThat(trash.restorableAt(NOW.plus(Duration.ofDays(30)))).isFalse();
    }

    private static Document document() {
        return new Document(
                DocumentId.of(UUID + "2"),
                ClientId.of(UUID + "3"),
                FolderId.of(UUID + "4"),
                FolderKind.ORDINARY,
                new FileName("a.pdf"),
                "application/pdf",
                1,
                new Sha256("0".repeat(64)),
                ContentKey.of(PracticeId.of(UUID + "5"), "0".repeat(32)),
                true,
                Principal.of(JANE),
                NOW,
                2026,
                Optional.of(NOW),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}

package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.clientportal.model.document.ContentKey;
import org.clientportal.model.document.Trash;

/** What lay in the trash for 30 days goes for good, its bytes with it; what did not, stays. */
final class Erasure implements Action {
    private Set<ContentKey> expired = Set.of();

    @Override
    public void given(Stage stage) {
        expired = Set.of(stage.trashed("old.pdf").content());
        stage.world().clock().forward(Trash.KEPT.plusSeconds(1));
        stage.trashed("young.pdf");
        stage.document("kept.pdf");
    }

    @Override
    public void act(Stage stage, Site faulty) {
        faulty.purge();
        faulty.sweep();
    }

    @Override
    public void thenWhole(Stage stage, Ending ending) {
        assertThat(stage.shown())
                .extracting(document -> document.name().value())
                .containsExactly("kept.pdf");
        List<String> trash = Stage.names(stage.trash());
        assertThat(trash).contains("young.pdf").isSubsetOf("young.pdf", "old.pdf");
        assertThat(stage.audited("document_purged"))
                .as("records of its purge")
                .isEqualTo(trash.contains("old.pdf") ? 0 : 1);
    }

    @Override
    public void thenAgain(Stage stage) {
        assertThat(Stage.names(stage.trash())).containsExactly("young.pdf");
        assertThat(stage.world().contentKeys()).doesNotContainAnyElementsOf(expired);
    }

    @Override
    public String toString() {
        return "a purge of the trash and the sweep after it";
    }
}

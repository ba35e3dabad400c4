package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientportal.core.Portal;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;

/** A document that is put into the trash, or taken out of it. */
final class Move implements Action {
    private final boolean intoTrash;
    private DocumentId id;

    Move(boolean intoTrash) {
        this.intoTrash = intoTrash;
    }

    @Override
    public void given(Stage stage) {
        Document document = intoTrash ? stage.document("letter.pdf") : stage.trashed("letter.pdf");
        id = document.id();
    }

    @Override
    public void act(Stage stage, Site faulty) {
        move(stage, faulty.portal());
    }

    private void move(Stage stage, Portal portal) {
        if (intoTrash) {
            portal.filing().delete(stage.world().admin(), id);
        } else {
            portal.filing().restore(stage.world().admin(), id);
        }
    }

    @Override
    public void thenWhole(Stage stage, Ending ending) {
        boolean moved = moved(stage);
        if (ending != Ending.UNKNOWN) {
            assertThat(moved).as("moved").isEqualTo(ending == Ending.DONE);
        }
        assertThat(stage.audited(intoTrash ? "document_trashed" : "document_restored"))
                .as("records of it")
                .isEqualTo(moved ? 1 : 0);
    }

    @Override
    public void thenAgain(Stage stage) {
        if (!moved(stage)) {
            move(stage, stage.right().portal());
        }
        assertThat(moved(stage)).as("moved").isTrue();
    }

    /** Whether it is where it was to go; it is in one of the two places, once. */
    private boolean moved(Stage stage) {
        List<Document> there = intoTrash ? stage.trash() : stage.shown();
        List<Document> here = intoTrash ? stage.shown() : stage.trash();
        assertThat(there.size() + here.size()).as("places where it is").isEqualTo(1);
        return !there.isEmpty();
    }

    @Override
    public String toString() {
        return intoTrash ? "a deletion into the trash" : "a restore";
    }
}

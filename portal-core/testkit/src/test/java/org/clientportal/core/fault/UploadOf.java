package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientportal.core.Actor;
import org.clientportal.core.document.UploadDocument;

/** Files that are uploaded one after another, until one is refused. */
final class UploadOf implements Action {
    private final List<String> names;
    private final Function<Stage, Actor> uploader;
    private final List<String> acknowledged = new ArrayList<>();
    private Actor actor;

    UploadOf(Function<Stage, Actor> uploader, String... names) {
        this.uploader = uploader;
        this.names = List.of(names);
    }

    @Override
    public void given(Stage stage) {
        actor = uploader.apply(stage);
    }

    @Override
    public void act(Stage stage, Site faulty) {
        for (String name : names) {
            upload(stage, faulty, name);
            acknowledged.add(name);
        }
    }

    private void upload(Stage stage, Site site, String name) {
        UploadDocument command = stage.command(name);
        site.portal().uploads().upload(actor, command, new FaultySender(Stage.bytes(name), site.faults()));
    }

    @Override
    public void thenWhole(Stage stage, Ending ending) {
        List<String> there = Stage.names(stage.shown());
        assertThat(there).as("files").doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(there.size() - acknowledged.size())
                .as("files that nobody was told of")
                .isBetween(0, ending == Ending.UNKNOWN ? 1 : 0);
        assertThat(stage.audited("document_uploaded")).as("records of uploads").isEqualTo(there.size());
    }

    @Override
    public void thenAgain(Stage stage) {
        List<String> there = Stage.names(stage.shown());
        names.stream().filter(name -> !there.contains(name)).forEach(name -> upload(stage, stage.right(), name));
        assertThat(Stage.names(stage.shown())).containsExactlyInAnyOrderElementsOf(names);
    }

    @Override
    public String toString() {
        return "upload of " + names;
    }
}

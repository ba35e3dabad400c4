package org.clientportal.core.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.document.FileName;

/** An upload of which less comes than was announced: stored, refused and taken away again. */
final class RefusedUpload implements Action {
    @Override
    public void act(Stage stage, Site faulty) {
        UploadDocument longer = stage.command("longer.pdf");
        UploadDocument command = new UploadDocument(
                longer.client(),
                longer.folder(),
                new FileName("short.pdf"),
                longer.length(),
                true,
                longer.year(),
                longer.externalId());
        try {
            faulty.portal()
                    .uploads()
                    .upload(
                            stage.world().admin(),
                            command,
                            new FaultySender(Stage.bytes("short.pdf"), faulty.faults()));
        } catch (PortalException refused) {
            if (refused.code() != CoreError.UPLOAD_INCOMPLETE) {
                throw refused;
            }
        }
    }

    @Override
    public void thenWhole(Stage stage, Ending ending) {
        assertThat(stage.shown()).isEmpty();
        assertThat(stage.audited("document_uploaded")).isZero();
    }

    @Override
    public void thenAgain(Stage stage) {
        assertThat(stage.shown()).isEmpty();
    }

    @Override
    public String toString() {
        return "an upload that is refused";
    }
}

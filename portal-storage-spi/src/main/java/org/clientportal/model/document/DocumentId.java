package org.clientportal.model.document;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a document. Time-ordered (UUID version 7) when made by the portal. */
public record DocumentId(UUID value) implements Id {
    public DocumentId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static DocumentId of(String text) {
        return new DocumentId(Id.parse("documentId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

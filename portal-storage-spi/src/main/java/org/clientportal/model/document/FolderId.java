package org.clientportal.model.document;

import java.util.Objects;
import java.util.UUID;
import org.clientportal.model.Id;

/** Names a folder of a client's documents. Time-ordered (UUID version 7) when made by the portal. */
public record FolderId(UUID value) implements Id {
    public FolderId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads the canonical text form.
     *
     * @throws org.clientportal.model.InvalidValue {@code malformed_id} for anything else
     */
    public static FolderId of(String text) {
        return new FolderId(Id.parse("folderId", text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package org.clientportal.model.document;

import java.time.Instant;
import org.clientportal.model.Require;

/**
 * Bytes that no document names: not yet, while an upload runs, or no more, after a purge. Written before the first byte,
 * so that whatever is interrupted is found and swept (P25).
 *
 * @param id the document that it is to become, or was
 */
public record PendingContent(DocumentId id, ContentKey content, Instant since) {
    public PendingContent {
        Require.micros("since", since);
    }
}

package org.clientportal.core.document;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.document.Document;

/**
 * A document as one viewer sees it.
 *
 * @param isNew whether it counts as New for this contact (DO-3); never for staff
 * @param downloaded whether this contact downloaded it in full
 * @param deletableUntil until when this viewer may delete it as its own upload, inclusive (DO-4)
 */
public record DocumentRow(
        Document document, Author author, boolean isNew, boolean downloaded, Optional<Instant> deletableUntil) {}

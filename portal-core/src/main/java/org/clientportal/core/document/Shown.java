package org.clientportal.core.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.clientportal.core.access.Firm;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.practice.Practice;

/** What of documents is shown to an actor: one decision for every use case. */
final class Shown {
    private Shown() {}

    /** A document that the actor may see and that is not in the trash. */
    static Document find(Reading work, DocumentId id) {
        return of(work, () -> work.view().documents().find(id));
    }

    /** What is found, if the actor may see it and it is not in the trash. */
    static Document of(Reading work, Supplier<Optional<Document>> found) {
        // Who is nobody is told so whether or not there is anything.
        work.viewer();
        return kept(work, found.get().filter(document -> !document.inTrash()));
    }

    /** The same, kept from changing until the unit ends. */
    static Document lock(Writing work, DocumentId id) {
        find(work, id);
        return of(work, () -> Optional.of(work.unit().documents().lock(id)));
    }

    /** A document that somebody of the firm may see, in the trash or not. */
    static Document findKept(Reading work, DocumentId id) {
        work.firm();
        return kept(work, work.view().documents().find(id));
    }

    /** The same, kept from changing until the unit ends. */
    static Document lockKept(Writing work, DocumentId id) {
        findKept(work, id);
        return kept(work, Optional.of(work.unit().documents().lock(id)));
    }

    private static Document kept(Reading work, Optional<Document> found) {
        return found.filter(document -> admits(work, document)).orElseThrow(Refusals::notFound);
    }

    private static boolean admits(Reading work, Document document) {
        // A deleted client shows nothing, not even to staff, until it is restored.
        return work.visibility(document.client(), ResourceKind.DOCUMENT).admits(document.traits())
                && work.isLiving(document.client());
    }

    static boolean isOwn(Document document, Principal actor) {
        return actor.contact().isPresent() && document.uploadedBy().equals(actor);
    }

    /** Until when its uploader may delete a document, inclusive (DO-4). */
    static Optional<Instant> deletableUntil(Document document, Principal actor, Practice practice) {
        Optional<Duration> window = practice.settings().deleteWindow();
        return isOwn(document, actor) && document.hold().isEmpty()
                ? window.map(document.uploadedAt()::plus)
                : Optional.empty();
    }

    /** New: added by the firm, within three months, not yet downloaded by this contact (DO-3). */
    static boolean isNew(Document document, boolean downloaded, Reading work) {
        return !(work.viewer() instanceof Firm)
                && !downloaded
                && document.newUntil().filter(end -> !work.now().isAfter(end)).isPresent();
    }
}

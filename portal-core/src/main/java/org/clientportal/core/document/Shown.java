package org.clientportal.core.document;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.access.Firm;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.Principal;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.practice.Practice;

/** What of documents is shown to an actor: one decision for every use case. */
final class Shown {
    private Shown() {}

    /** A document that the actor may see and that is not in the trash. */
    static Document find(Reading work, DocumentId id) {
        return work.view()
                .documents()
                .find(id)
                .filter(document -> !document.inTrash() && admits(work, document))
                .orElseThrow(Refusals::notFound);
    }

    /** A document at a client that somebody of the firm reaches, in the trash or not. */
    static Document kept(Reading work, DocumentId id) {
        work.firm();
        Document document = work.view().documents().find(id).orElseThrow(Refusals::notFound);
        work.reached(document.client());
        return document;
    }

    static boolean admits(Reading work, Document document) {
        // A deleted client shows nothing, not even to staff, until it is restored.
        Visibility visibility = work.visibility(document.client(), ResourceKind.DOCUMENT);
        return visibility.admits(document.traits())
                && work.view()
                        .clients()
                        .find(document.client())
                        .filter(client -> client.isLiving())
                        .isPresent();
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

package org.clientportal.auth;

import java.util.List;
import java.util.Set;
import org.clientportal.core.access.Firm;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;

/** Which contacts somebody of the firm deals with: those of a client in reach (PR-3, IN-3). */
final class Reach {
    private Reach() {}

    /**
     * @throws org.clientportal.core.error.PortalException.NotFound unless the contact lives and a client of it is in reach
     */
    static void require(Reading reading, ContactId id) {
        Firm firm = reading.firm();
        boolean reached = firm.access().all()
                || grants(reading, id).stream()
                        .anyMatch(grant -> grant.client().isLiving()
                                && firm.reaches(grant.client().id()));
        if (!reached
                || reading.view().contacts().findAll(Set.of(id)).values().stream()
                        .noneMatch(Contact::isLiving)) {
            throw Refusals.notFound();
        }
    }

    static List<Grant> grants(Reading reading, ContactId id) {
        return reading.view().assignments().grantsOf(Set.of(id)).getOrDefault(id, List.of());
    }
}

package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.StaffSession;

/** Finds the session of a presented token, on one side only (SI-11). */
final class Presented {
    private Presented() {}

    static Optional<Session> find(Reading reading, Fingerprints prints, Side side, String token) {
        return side == Side.STAFF
                ? staff(reading, prints, token).map(StaffSession::session)
                : contact(reading, prints, token).map(ContactSession::session);
    }

    static Optional<ContactSession> contact(Reading reading, Fingerprints prints, String token) {
        return prints.sessions(Side.CONTACT, token).stream()
                .flatMap(hash -> reading.view().sessions().findContactSession(hash).stream())
                .findFirst();
    }

    static Optional<StaffSession> staff(Reading reading, Fingerprints prints, String token) {
        return prints.sessions(Side.STAFF, token).stream()
                .flatMap(hash -> reading.view().sessions().findStaffSession(hash).stream())
                .findFirst();
    }
}

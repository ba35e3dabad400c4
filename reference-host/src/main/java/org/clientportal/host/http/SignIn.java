package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.StaffSession;

/** Finds who a session's token belongs to; read on every request, never cached (P12). Thread-safe. */
public interface SignIn {
    /** The contact of a live session of this practice; empty for a token of anything else. */
    Optional<ContactSession> contact(Practice practice, String token);

    /** The member of the staff of a live session of this practice; empty for a token of anything else. */
    Optional<StaffSession> staff(Practice practice, String token);

    /** Notes, after the answer was sent, that the session was used. */
    void used(Practice practice, Session session);
}

package org.clientportal.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;

/** Looks up sessions; whether one is live is for the caller to say from its instants. */
public interface SessionReader extends RecordReader<SessionId, Session> {
    /** A contact's session by its token's hash, with the person and every grant; one statement, no locks. */
    Optional<ContactSession> findContactSession(String hash);

    /** A staff member's session by its token's hash, with the member; no locks. */
    Optional<StaffSession> findStaffSession(String hash);

    /** Sessions of this person that are live at {@code now}, the newest first. */
    List<Session> live(Principal subject, Instant now);

    /** Whether a browser, by its hash, ever had a session of this person. */
    boolean knows(Principal subject, String browser);
}

package org.clientportal.storage;

import java.time.Instant;
import org.clientportal.model.Principal;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;

/** Keeps sessions; hashes are unique within the practice. */
public interface SessionStore extends SessionReader, RecordStore<SessionId, Session> {
    /** Moves {@code lastSeenAt} forward to {@code now}, unless it is already there; leaves the version as it is. */
    void touch(SessionId id, Instant now);

    /**
     * Ends every session of this person that has not ended; each one's version grows.
     *
     * @return how many were live at {@code now}
     */
    int endAll(Principal subject, Instant now);
}

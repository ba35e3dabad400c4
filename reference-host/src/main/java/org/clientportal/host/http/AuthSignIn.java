package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Sessions;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.StaffSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the server ask the sessions who is there. */
public final class AuthSignIn implements SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(AuthSignIn.class);

    private final Sessions sessions;

    public AuthSignIn(PortalAuth auth) {
        this.sessions = auth.sessions();
    }

    @Override
    public Optional<ContactSession> contact(Practice practice, String token) {
        return sessions.contact(practice.id(), token);
    }

    @Override
    public Optional<StaffSession> staff(Practice practice, String token) {
        return sessions.staff(practice.id(), token);
    }

    @Override
    public void used(Practice practice, Session session) {
        try {
            sessions.touch(practice.id(), session);
        } catch (PortalException e) {
            LOG.debug("a session's use was not noted", e);
        }
    }
}

package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.auth.PortalAuth;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.StaffSession;

/** Sessions as portal-auth keeps them. */
public final class AuthSignIn implements SignIn {
    private final PortalAuth auth;

    public AuthSignIn(PortalAuth auth) {
        this.auth = auth;
    }

    @Override
    public Optional<ContactSession> contact(Practice practice, String token) {
        return auth.sessions().contact(practice.id(), token);
    }

    @Override
    public Optional<StaffSession> staff(Practice practice, String token) {
        return auth.sessions().staff(practice.id(), token);
    }

    @Override
    public void used(Practice practice, Session session) {
        auth.sessions().touch(practice.id(), session);
    }
}

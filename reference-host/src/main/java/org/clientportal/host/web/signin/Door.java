package org.clientportal.host.web.signin;

import org.clientportal.auth.Side;
import org.clientportal.core.Actor;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.CookieName;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.SignInFirst;
import org.clientportal.model.session.Session;

/** Where each side signs in; a session of one never opens the other (SI-11). */
public enum Door {
    CONTACT(Side.CONTACT, "", Audience.CONTACT, CookieName.CONTACT),
    STAFF(Side.STAFF, "/practice", Audience.STAFF, CookieName.STAFF);

    private final Side side;
    private final String root;
    private final Audience audience;
    private final CookieName cookie;

    Door(Side side, String root, Audience audience, CookieName cookie) {
        this.side = side;
        this.root = root;
        this.audience = audience;
        this.cookie = cookie;
    }

    static Door of(Side side) {
        return side == Side.STAFF ? STAFF : CONTACT;
    }

    public Side side() {
        return side;
    }

    /** The first page of this side. */
    public String home() {
        return this == STAFF ? root : "/";
    }

    /** The sign-in page. */
    public String signIn() {
        return this == STAFF ? SignInFirst.STAFF : SignInFirst.CONTACT;
    }

    /** Where a code is typed. */
    public String code() {
        return signIn() + "/code";
    }

    /** Where the sign-out form posts to. */
    public String signOut() {
        return root + "/sign-out";
    }

    /** The person's own sessions. */
    public String sessions() {
        return root + "/settings/sessions";
    }

    /** Whether one may stay signed in for longer here (SI-5). */
    public boolean mayStay() {
        return this == CONTACT;
    }

    Audience audience() {
        return audience;
    }

    CookieName cookie() {
        return cookie;
    }

    /** The name of one of this side's routes. */
    String route(String name) {
        return (this == STAFF ? "practice." : "client.") + name;
    }

    boolean isOpen(Exchange exchange) {
        return this == STAFF
                ? exchange.staffSession().isPresent()
                : exchange.contactSession().isPresent();
    }

    Actor actor(Exchange exchange) {
        return this == STAFF ? exchange.staff() : exchange.contact();
    }

    Session session(Exchange exchange) {
        return this == STAFF
                ? exchange.staffSession().orElseThrow().session()
                : exchange.contactSession().orElseThrow().session();
    }
}

package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.StaffSession;
import org.jspecify.annotations.Nullable;

/** Who is signed in, looked up when first asked for. Belongs to one request. */
final class SignedIn {
    private final SignIn signIn;
    private final Practice practice;
    private final Browser browser;
    private @Nullable Optional<ContactSession> contact;
    private @Nullable Optional<StaffSession> staff;

    SignedIn(SignIn signIn, Practice practice, Browser browser) {
        this.signIn = signIn;
        this.practice = practice;
        this.browser = browser;
    }

    Optional<ContactSession> contact() {
        Optional<ContactSession> known = contact;
        if (known == null) {
            known = browser.token(Audience.CONTACT).flatMap(token -> signIn.contact(practice, token));
            contact = known;
        }
        return known;
    }

    Optional<StaffSession> staff() {
        Optional<StaffSession> known = staff;
        if (known == null) {
            known = browser.token(Audience.STAFF).flatMap(token -> signIn.staff(practice, token));
            staff = known;
        }
        return known;
    }

    /** Lets the audience of a route through, and nobody else. */
    void require(Audience audience) {
        boolean there = switch (audience) {
            case PUBLIC -> true;
            case CONTACT -> contact().isPresent();
            case STAFF, ADMIN -> staff().isPresent();
        };
        if (!there) {
            throw nobody();
        }
        if (audience == Audience.ADMIN
                && staff().filter(s -> s.member().isAdmin()).isEmpty()) {
            throw new PortalException.Forbidden(CoreError.ADMIN_ONLY, "Only an administrator may do this.");
        }
    }

    /** Notes that the sessions which were looked up were used. */
    void used() {
        note(contact == null ? Optional.empty() : contact.map(ContactSession::session));
        note(staff == null ? Optional.empty() : staff.map(StaffSession::session));
    }

    private void note(Optional<Session> session) {
        session.ifPresent(used -> signIn.used(practice, used));
    }

    static PortalException nobody() {
        return new PortalException.Unauthenticated(CoreError.SIGN_IN_REQUIRED, "Please sign in first.");
    }
}

package org.clientportal.host.http;

import java.util.Optional;
import java.util.function.Supplier;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.StaffSession;

/** Who is signed in, looked up when first asked for. Belongs to one request. */
final class SignedIn {
    private final SignIn signIn;
    private final Practice practice;
    private final Once<ContactSession> contact;
    private final Once<StaffSession> staff;

    SignedIn(SignIn signIn, Practice practice, Browser browser) {
        this.signIn = signIn;
        this.practice = practice;
        contact = new Once<>(() -> browser.token(Audience.CONTACT).flatMap(token -> signIn.contact(practice, token)));
        staff = new Once<>(() -> browser.token(Audience.STAFF).flatMap(token -> signIn.staff(practice, token)));
    }

    Optional<ContactSession> contact() {
        return contact.get();
    }

    Optional<StaffSession> staff() {
        return staff.get();
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
        note(contact.known().map(ContactSession::session));
        note(staff.known().map(StaffSession::session));
    }

    private void note(Optional<Session> session) {
        session.ifPresent(used -> signIn.used(practice, used));
    }

    static PortalException nobody() {
        return new PortalException.Unauthenticated(CoreError.SIGN_IN_REQUIRED, "Please sign in first.");
    }

    private static final class Once<T> {
        private final Supplier<Optional<T>> lookUp;
        private Optional<T> known = Optional.empty();
        private boolean asked;

        Once(Supplier<Optional<T>> lookUp) {
            this.lookUp = lookUp;
        }

        Optional<T> get() {
            if (!asked) {
                known = lookUp.get();
                asked = true;
            }
            return known;
        }

        /** What was found, or empty if nobody asked yet. */
        Optional<T> known() {
            return known;
        }
    }
}

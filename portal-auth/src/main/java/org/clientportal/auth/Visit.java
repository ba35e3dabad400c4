package org.clientportal.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.Actor;
import org.clientportal.model.Principal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.StaffSession;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;

/**
 * One request of somebody who is signing in, or is signed in: which practice, from where and in which browser.
 *
 * @param network the address it came from, IPv4 or IPv6 in text; absent: no limit by network applies
 * @param browser the token of the browser's own cookie, opaque and random, kept 30 days; absent: a browser never seen
 * @param device what the person recognises it by, such as {@code Firefox on Windows}
 * @param sessions the session tokens that the browser presented; signing in ends those of the same side (P11)
 */
public record Visit(
        PracticeId practice,
        Optional<String> network,
        Optional<String> browser,
        Optional<String> device,
        List<String> sessions) {
    private static final int LONGEST = 100;

    /** Drops from what browsers send whatever could not be kept. */
    public Visit {
        network = network.flatMap(Visit::line);
        browser = browser.filter(token -> !token.isEmpty());
        device = device.flatMap(Visit::line);
        sessions = List.copyOf(sessions);
    }

    /** A visit of which only the practice is known. */
    public static Visit to(PracticeId practice) {
        return new Visit(practice, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** The same visit, from this network address. */
    public Visit from(String address) {
        return new Visit(practice, Optional.of(address), browser, device, sessions);
    }

    /** The same visit, in the browser with this cookie. */
    public Visit in(String browserToken) {
        return new Visit(practice, network, Optional.of(browserToken), device, sessions);
    }

    /** The same visit, presenting these session tokens. */
    public Visit with(List<String> sessionTokens) {
        return new Visit(practice, network, browser, device, sessionTokens);
    }

    /** The signed-in contact, acting; who it is and its grants are those just read. */
    public Actor.Contact as(ContactSession session) {
        Actor.Known known = new Actor.Known(session.contact(), session.grants());
        return new Actor.Contact(practice, session.contact().id(), Optional.of(known), network);
    }

    /** The signed-in member of the staff, acting. */
    public Actor.Staff as(StaffSession session) {
        return new Actor.Staff(practice, session.member().id(), network);
    }

    /** Nobody yet: as the audit names who is at the door, and with nothing in reach. */
    Actor nobody() {
        return new Actor.Service(practice, "sign-in", StaffRole.MEMBER, ClientAccess.only(Set.of()), network);
    }

    /** The person who signs in here, as the audit names who did it. */
    Actor acting(Principal person) {
        return person.contact()
                .<Actor>map(id -> new Actor.Contact(practice, id, Optional.empty(), network))
                .or(() -> person.staff().map(id -> new Actor.Staff(practice, id, network)))
                .orElseThrow();
    }

    /** Never shows the tokens. */
    @Override
    public String toString() {
        return "Visit[" + practice + " " + network.orElse("") + "]";
    }

    private static Optional<String> line(String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .limit(LONGEST / 2)
                .forEach(kept::appendCodePoint);
        return Optional.of(kept.toString().strip()).filter(line -> !line.isEmpty());
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.session.ContactSession;
import org.clientportal.model.session.Session;
import org.clientportal.model.session.SessionId;
import org.clientportal.model.session.StaffSession;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.StorageException.StaleVersion;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signed-in sessions: also STO-33 and STO-34. */
public abstract class SessionsSuite extends FoundRecordSuite<SessionId, Session> {
    protected SessionsSuite() {}

    @Override
    final RecordReader<SessionId, Session> reader(ReadView view) {
        return view.sessions();
    }

    @Override
    final RecordStore<SessionId, Session> store(WriteUnit unit) {
        return unit.sessions();
    }

    @Override
    final SessionId idOf(Session session) {
        return session.id();
    }

    @Override
    final Session sample() {
        return samples.session(contact());
    }

    private Principal contact() {
        return Principal.of(add(samples.contact("Joe")).id());
    }

    private Principal member() {
        return Principal.of(add(samples.staff("Ada")).id());
    }

    @Override
    final List<Session> varieties() {
        Session bare = sample();
        Session full = new Session(
                bare.id(),
                Texts.ofLength(100) + UUID.randomUUID(),
                bare.subject(),
                Texts.STRANGE,
                Samples.NOW.plusNanos(1000),
                Samples.NOW.plusNanos(2000),
                Samples.NOW.plus(Duration.ofDays(30)),
                Optional.of(Duration.ofMinutes(15).plusNanos(123_456_789)),
                Optional.of(Texts.STRANGE),
                Optional.of("Firefox on Windows"),
                Optional.of("2001:db8::1"),
                Optional.of(Samples.NOW.plusNanos(3000)),
                0);
        return List.of(full, samples.session(member()), withoutIdle(sample()));
    }

    @Override
    final Session changed(Session session) {
        return session.ended(Samples.NOW.plusSeconds(77));
    }

    @Override
    final Session twin(Session session) {
        Session other = samples.session(session.subject());
        return copy(other, session.id(), other.createdAt(), other.lastSeenAt(), other.idle(), other.browser());
    }

    @Test
    @DisplayName("STO-33 touch moves forward only, changes no version, and misses quietly")
    void touchMovesForward() {
        Session session = stored(sample());
        Session never = sample();
        Instant later = Samples.NOW.plusSeconds(60);

        change(unit -> {
            unit.sessions().touch(session.id(), later);
            unit.sessions().touch(session.id(), Samples.NOW.plusSeconds(30));
            unit.sessions().touch(never.id(), later);
        });

        assertStored(seen(session, later));
        Session changed = write(unit -> unit.sessions().update(changed(session)));
        assertThat(changed.version()).isEqualTo(1);
    }

    @Test
    @DisplayName("STO-33 of four touches at once the latest stays")
    void theLatestTouchStays() {
        Session session = stored(sample());

        race((unit, runner) -> {
            unit.sessions().touch(session.id(), Samples.NOW.plusSeconds(runner));
            return true;
        });

        assertStored(seen(session, Samples.NOW.plusSeconds(3)));
    }

    @Test
    @DisplayName("STO-10 from another practice a session is neither touched nor ended nor known")
    void otherPracticesCannotTouch() {
        Session session = stored(withBrowser(sample(), "browser"));
        StaffMember ada = add(samples.staff("Ada"));
        Session staffs = stored(samples.session(Principal.of(ada.id())));

        change(storedPractice().scope(), unit -> {
            unit.sessions().touch(session.id(), Samples.NOW.plusSeconds(60));
            assertThat(unit.sessions().endAll(session.subject(), Samples.NOW)).isZero();
            assertThat(unit.sessions().live(session.subject(), Samples.NOW)).isEmpty();
            assertThat(unit.sessions().knows(session.subject(), "browser")).isFalse();
            assertThat(unit.sessions().findContactSession(session.hash())).isEmpty();
            assertThat(unit.sessions().findStaffSession(staffs.hash())).isEmpty();
        });

        assertStored(session);
        assertStored(staffs);
    }

    @Test
    @DisplayName("STO-33 endAll ends what has not ended, counts what was live, and leaves other people's alone")
    void endAllEndsOnePersonsSessions() {
        Principal joe = contact();
        Instant now = Samples.NOW.plus(Duration.ofHours(2));
        Session idle = stored(samples.session(joe));
        Session live = stored(withoutIdle(samples.session(joe)));
        Session ended = stored(samples.session(joe).ended(Samples.NOW));
        Session others = stored(sample());

        int count = write(unit -> unit.sessions().endAll(joe, now));

        assertThat(count).isEqualTo(1);
        assertStored(ended);
        assertStored(others);
        for (Session session : List.of(idle, live)) {
            assertThat(found(session).flatMap(Session::endedAt)).contains(now);
        }
        see(view -> assertThat(view.sessions().live(joe, now)).isEmpty());
    }

    @Test
    @DisplayName("STO-33 a session that endAll ended cannot be brought back by an update from before")
    void endAllIsAChange() {
        Session session = stored(sample());
        change(unit -> unit.sessions().endAll(session.subject(), Samples.NOW));

        assertFails(unit -> unit.sessions().update(session)).isInstanceOf(StaleVersion.class);
        assertThat(found(session).flatMap(Session::endedAt)).contains(Samples.NOW);
    }

    @Test
    @DisplayName("STO-20 a session that a unit found does not end until the unit ends, or the unit runs again")
    void whatWasFoundIsNotEnded() {
        Session session = stored(sample());

        duel(session)
                .assertKeepsOut(
                        unit -> unit.sessions().find(session.id()),
                        unit -> unit.sessions().endAll(session.subject(), Samples.NOW));
        assertThat(found(session).flatMap(Session::endedAt)).contains(Samples.NOW);
    }

    @Test
    @DisplayName("STO-25 live sessions of one person come newest first; ended, idle and expired ones do not")
    void liveSessionsComeNewestFirst() {
        Principal joe = contact();
        List<Session> live = Stream.of(0, 3, 3, 1, 2)
                .map(seconds -> at(seconds, samples.session(joe)))
                .map(this::stored)
                .toList();
        stored(samples.session(joe).ended(Samples.NOW));
        stored(sample());
        Instant lastMoment = Samples.NOW.plus(Duration.ofHours(1)).minusNanos(1000);

        see(view -> {
            assertThat(view.sessions().live(joe, lastMoment))
                    .containsExactlyElementsOf(Orders.newestFirst(live, Session::createdAt, Session::id));
            assertThat(view.sessions().live(joe, lastMoment.plusNanos(1000))).isEmpty();
        });
    }

    @Test
    @DisplayName("STO-13 a session without an idle limit is live until its absolute end, and no longer")
    void theAbsoluteEndEndsASession() {
        Session session = stored(withoutIdle(sample()));

        see(view -> {
            assertThat(view.sessions()
                            .live(session.subject(), session.expiresAt().minusNanos(1000)))
                    .containsExactly(session);
            assertThat(view.sessions().live(session.subject(), session.expiresAt()))
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("STO-13 a browser is known for each person who ever had a session in it")
    void browsersAreKnown() {
        Session session = stored(withBrowser(sample(), "browser").ended(Samples.NOW));

        see(view -> {
            assertThat(view.sessions().knows(session.subject(), "browser")).isTrue();
            assertThat(view.sessions().knows(session.subject(), "other")).isFalse();
            assertThat(view.sessions().knows(Principal.of(samples.contact("Ann").id()), "browser"))
                    .isFalse();
        });
    }

    @Test
    @Tag("promise:P12")
    @DisplayName("STO-34 a contact's session comes with the person and every grant as they are now")
    void aContactSessionIsAsOfNow() {
        Contact joe = add(samples.contact("Joe"));
        Session session = stored(samples.session(Principal.of(joe.id())));
        Client zoo = add(samples.client("Zoo"));
        Client diner = add(samples.client("Diner"));
        Assignment atZoo = samples.assignment(joe, zoo, Permission.TAX);
        Assignment atDiner = samples.assignment(joe, diner);
        see(view -> assertThat(view.sessions().findContactSession(session.hash()))
                .contains(new ContactSession(session, joe, List.of())));

        change(unit -> {
            unit.assignments().insert(atZoo);
            unit.assignments().insert(atDiner);
        });
        see(view -> assertThat(view.sessions().findContactSession(session.hash()))
                .contains(new ContactSession(session, joe, List.of(new Grant(diner, atDiner), new Grant(zoo, atZoo)))));

        Client closed = write(unit -> unit.clients().update(diner.deleted(Samples.NOW)));
        Contact renamed = write(unit -> {
            unit.assignments().delete(atZoo.id());
            return unit.contacts().update(joe.changed(Contact.Profile.of("Joe Doe", Optional.empty()), false));
        });
        see(view -> assertThat(view.sessions().findContactSession(session.hash()))
                .contains(new ContactSession(session, renamed, List.of(new Grant(closed, atDiner)))));
    }

    @Test
    @DisplayName("STO-34 a member's session comes with the member as it is now")
    void aStaffSessionIsAsOfNow() {
        StaffMember ada = add(samples.staff("Ada"));
        Session session = stored(samples.session(Principal.of(ada.id())));
        StaffMember disabled = write(unit -> unit.staff().update(ada.withRole(StaffRole.ADMIN, true, false)));

        see(view -> {
            assertThat(view.sessions().findStaffSession(session.hash())).contains(new StaffSession(session, disabled));
            assertThat(view.sessions().findContactSession(session.hash())).isEmpty();
        });
    }

    @Test
    @DisplayName("STO-34 contact and staff sessions never stand in for one another")
    void kindsOfSessionsStayApart() {
        Session contacts = stored(sample());

        see(view -> {
            assertThat(view.sessions().findContactSession(contacts.hash())).isPresent();
            assertThat(view.sessions().findStaffSession(contacts.hash())).isEmpty();
            assertThat(view.sessions().findAll(Set.of(contacts.id()))).hasSize(1);
        });
    }

    private static Session withoutIdle(Session s) {
        return copy(s, s.id(), s.createdAt(), s.lastSeenAt(), Optional.empty(), s.browser());
    }

    private static Session withBrowser(Session s, String browser) {
        return copy(s, s.id(), s.createdAt(), s.lastSeenAt(), s.idle(), Optional.of(browser));
    }

    private static Session seen(Session s, Instant lastSeenAt) {
        return copy(s, s.id(), s.createdAt(), lastSeenAt, s.idle(), s.browser());
    }

    private static Session at(int seconds, Session s) {
        return copy(s, s.id(), Samples.NOW.plusSeconds(seconds), s.lastSeenAt(), s.idle(), s.browser());
    }

    private static Session copy(
            Session s,
            SessionId id,
            Instant createdAt,
            Instant lastSeenAt,
            Optional<Duration> idle,
            Optional<String> browser) {
        return new Session(
                id,
                s.hash(),
                s.subject(),
                s.means(),
                createdAt,
                lastSeenAt,
                s.expiresAt(),
                idle,
                browser,
                s.device(),
                s.network(),
                s.endedAt(),
                s.version());
    }
}

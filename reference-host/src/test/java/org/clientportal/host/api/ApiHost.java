package org.clientportal.host.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Redeemed;
import org.clientportal.auth.Side;
import org.clientportal.auth.Visit;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.http.AccessLog;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.AuthSignIn;
import org.clientportal.host.http.HttpLimits;
import org.clientportal.host.http.HttpServer;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.Routes;
import org.clientportal.host.http.Site;
import org.clientportal.host.http.TrustedProxies;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.memory.MemoryContent;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.PlainMessages;
import org.clientportal.testkit.RecordingNotifier;
import org.clientportal.testkit.SettableClock;
import org.clientportal.testkit.World;

/** The JSON interface on a real server, with two practices: one at 127.0.0.1, another at localhost. */
final class ApiHost implements AutoCloseable {
    private final KeyRing keys = KeyRing.random("k1");
    private final RecordingNotifier notifier = new RecordingNotifier();
    final SettableClock clock = new SettableClock(World.START);
    final PortalStorage storage = MemoryStorage.create();
    final Portal portal = Portal.builder()
            .storage(storage)
            .content(MemoryContent.create())
            .clock(clock)
            .mail(keys, new PlainMessages(), notifier)
            .build();
    final PortalAuth auth = new PortalAuth(portal.units(), keys);
    final Api api = new Api(portal, auth, clock);
    final Practice here = portal.practices().create(CreatePractice.of("here", "Here & Co", "http://127.0.0.1"));
    final Practice there = portal.practices().create(CreatePractice.of("there", "There & Co", "http://localhost"));
    final HttpServer server;

    ApiHost() throws IOException {
        Site site = new Site(
                host -> Stream.of(here, there)
                        .filter(practice -> practice.origin().host().equals(host))
                        .findFirst(),
                new Routes(api.routes()),
                new AuthSignIn(auth),
                (exchange, fault) -> Answer.text(fault.code()),
                keys,
                new TrustedProxies(List.of()),
                HttpLimits.DEFAULT);
        server = new HttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site, List.of(), new AccessLog());
        server.start();
    }

    List<Route> routes() {
        return api.routes();
    }

    String address(Practice practice) {
        return practice.origin().value() + ":" + server.port();
    }

    /** Adds a member of the staff of a practice and signs in. */
    Caller staff(Practice practice, String name, StaffRole role, ClientId... clients) {
        ClientAccess access = clients.length == 0 ? ClientAccess.ALL : ClientAccess.only(Set.of(clients));
        StaffMember member = portal.staff()
                .add(Actors.system(practice.id()), new AddStaff(World.email(name), name, role, false, access));
        return signedIn(practice, Side.STAFF, member.email());
    }

    /** Signs a person in by a mailed link. */
    Caller signedIn(Practice practice, Side side, EmailAddress email) {
        // Nobody asks for two links within a minute.
        clock.forward(Duration.ofSeconds(61));
        Visit visit = Visit.to(practice.id()).in("the-browser-of-" + email);
        auth.links().ask(visit, side, email.typed(), Optional.empty());
        Redeemed redeemed = auth.links().redeem(visit, mailed(email).get(1), Optional.empty(), false);
        return new Caller(address(practice), Optional.of(((Redeemed.SignedIn) redeemed).token()));
    }

    /** Somebody who is not signed in. */
    Caller visitor(Practice practice) {
        return new Caller(address(practice), Optional.empty());
    }

    /** The newest mail to an address: its kind, the link's token, the code. */
    List<String> mailed(EmailAddress email) {
        portal.runJobsOnce();
        List<String> lines = notifier.sentTo(email.typed()).stream()
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .text()
                .lines()
                .toList();
        String link = lines.get(1);
        return List.of(lines.get(0), link.substring(link.lastIndexOf('/') + 1), lines.get(2));
    }

    PracticeId practiceId() {
        return here.id();
    }

    @Override
    public void close() {
        server.close();
        portal.close();
        storage.close();
    }
}

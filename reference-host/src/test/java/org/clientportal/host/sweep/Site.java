package org.clientportal.host.sweep;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Redeemed;
import org.clientportal.auth.Side;
import org.clientportal.auth.Visit;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.http.AccessLog;
import org.clientportal.host.http.AuthSignIn;
import org.clientportal.host.http.HttpLimits;
import org.clientportal.host.http.HttpServer;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.Routes;
import org.clientportal.host.http.Templates;
import org.clientportal.host.http.TrustedProxies;
import org.clientportal.host.mail.MailMessages;
import org.clientportal.host.preview.PreviewLimits;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.PageAssets;
import org.clientportal.host.web.page.PageFrames;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.PortalFaultPages;
import org.clientportal.host.wiring.RouteList;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.memory.MemoryContent;
import org.clientportal.testkit.RecordingNotifier;
import org.clientportal.testkit.SettableClock;
import org.clientportal.testkit.World;
import org.eclipse.jetty.util.IO;

/** Every route of the host on a real server, with two practices: one at 127.0.0.1, another at localhost. */
final class Site implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("/in/([A-Za-z0-9_-]+)");

    private final KeyRing keys = KeyRing.random("k1");
    private final RecordingNotifier notifier = new RecordingNotifier();
    private final SettableClock clock = new SettableClock(World.START);
    private final Previews previews;
    private final Routes routes;
    private final Path drawing = Files.createTempDirectory("drawing");
    private final HttpServer server;
    private final Set<String> secrets = new LinkedHashSet<>();
    private int people;
    final Portal portal;
    final PortalAuth auth;
    final Practice here;
    final Practice there;

    Site(Database database) throws IOException {
        portal = Portal.builder()
                .storage(database.storage())
                .content(MemoryContent.create())
                .clock(clock)
                .mail(keys, new MailMessages(new Templates()), notifier)
                .build();
        auth = new PortalAuth(portal.units(), keys);
        here = portal.practices().create(CreatePractice.of("here", "Here & Co", "http://127.0.0.1"));
        there = portal.practices().create(CreatePractice.of("there", "There & Co", "http://localhost"));
        previews = new Previews(portal.downloads(), PreviewLimits.DEFAULT, drawing);
        PageAssets assets = new PageAssets();
        routes = RouteList.of(portal, auth, clock, previews, assets);
        org.clientportal.host.http.Site site = new org.clientportal.host.http.Site(
                host -> Stream.of(here, there)
                        .filter(practice -> practice.origin().host().equals(host))
                        .findFirst(),
                routes,
                new AuthSignIn(auth),
                new PortalFaultPages(new Pages(new Templates(), new PageFrames(assets, clock))),
                keys,
                new TrustedProxies(List.of()),
                HttpLimits.DEFAULT);
        server = new HttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site, List.of(), new AccessLog());
        server.start();
    }

    List<Route> routes() {
        return routes.all();
    }

    Route route(String name) {
        return routes().stream()
                .filter(route -> route.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return server.port();
    }

    String address(Practice practice) {
        return practice.origin().value() + ":" + server.port();
    }

    Guest nobody(Practice practice) {
        return Guest.at(address(practice), Optional.empty());
    }

    /** Somebody new on the staff. */
    StaffMember staff(Practice practice, StaffRole role, ClientAccess access) {
        String name = "Staff " + ++people;
        return portal.staff()
                .add(Actors.system(practice.id()), new AddStaff(World.email(name), name, role, false, access));
    }

    /** An administrator who acts. */
    Actor head(Practice practice) {
        return Actors.staff(
                practice.id(),
                staff(practice, StaffRole.ADMIN, ClientAccess.ALL).id());
    }

    /** A name that nobody has yet. */
    String name(String kind) {
        return kind + " " + ++people;
    }

    Redeemed.SignedIn signIn(Practice practice, StaffMember member) {
        Visit visit = Visit.to(practice.id()).in("the-browser-of-" + member.id());
        auth.links().ask(visit, Side.STAFF, member.email().typed(), Optional.empty());
        return (Redeemed.SignedIn) auth.links().redeem(visit, tokenMailedTo(member.email()), Optional.empty(), false);
    }

    Redeemed.SignedIn signIn(Practice practice, Contact contact) {
        EmailAddress email = contact.profile().orElseThrow().email().orElseThrow();
        auth.links().send(Actors.service(practice.id(), "sweep"), contact.id());
        return (Redeemed.SignedIn)
                auth.links().redeem(Visit.to(practice.id()), tokenMailedTo(email), Optional.of(email.typed()), false);
    }

    Guest guest(Practice practice, Redeemed.SignedIn in) {
        secrets.add(in.token());
        String cookie = in.side() == Side.STAFF ? "staff" : "contact";
        return Guest.at(address(practice), Optional.of(new Guest.Session(cookie, in.token())));
    }

    /** The token of the link in the newest mail to an address. */
    String tokenMailedTo(EmailAddress email) {
        portal.runJobsOnce();
        Matcher link = LINK.matcher(notifier.sentTo(email.typed()).stream()
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .text());
        if (!link.find()) {
            throw new AssertionError("no link in the mail to " + email);
        }
        secrets.add(link.group(1));
        return link.group(1);
    }

    /** Every link's and session's token that was given to anybody. */
    Set<String> secrets() {
        return secrets;
    }

    /** Every mail that was sent. */
    List<Mail> mails() {
        portal.runJobsOnce();
        return notifier.sent();
    }

    void forward(Duration time) {
        clock.forward(time);
    }

    @Override
    public void close() {
        server.close();
        previews.close();
        portal.close();
        IO.delete(drawing);
    }
}

package org.clientportal.host.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.http.AccessLog;
import org.clientportal.host.http.AuthSignIn;
import org.clientportal.host.http.HttpLimits;
import org.clientportal.host.http.HttpServer;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.Routes;
import org.clientportal.host.http.Site;
import org.clientportal.host.http.Templates;
import org.clientportal.host.http.TrustedProxies;
import org.clientportal.host.preview.PreviewLimits;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.client.ClientSide;
import org.clientportal.host.web.page.PageAssets;
import org.clientportal.host.web.page.PageFrames;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.PortalFaultPages;
import org.clientportal.host.web.page.WebApp;
import org.clientportal.host.web.practice.PracticeSide;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.memory.MemoryContent;
import org.clientportal.storage.memory.MemoryStorage;
import org.clientportal.testkit.PlainMessages;
import org.clientportal.testkit.RecordingNotifier;
import org.clientportal.testkit.SettableClock;
import org.clientportal.testkit.World;
import org.eclipse.jetty.util.IO;

/** The pages on a real server, for one practice, at noon in New York on 15 May 2026. */
public final class WebHost implements AutoCloseable {
    public final SettableClock clock = new SettableClock(World.START);
    public final RecordingNotifier notifier = new RecordingNotifier();
    private final KeyRing keys = KeyRing.random("k1");
    private final PortalStorage storage = MemoryStorage.create();
    public final Portal portal = Portal.builder()
            .storage(storage)
            .content(MemoryContent.create())
            .clock(clock)
            .mail(keys, new PlainMessages(), notifier)
            .build();
    public final PortalAuth auth = new PortalAuth(portal.units(), keys);
    public final Practice practice =
            portal.practices().create(CreatePractice.of("miller", "Miller & Partners", "http://127.0.0.1"));
    public final Actor firm = Actors.service(practice.id(), "the firm");
    private final Path drawing = Files.createTempDirectory("drawing");
    public final Previews previews;
    private final HttpServer server;

    public WebHost() throws IOException {
        this(PreviewLimits.DEFAULT);
    }

    /** One that takes such pains to draw files. */
    public WebHost(PreviewLimits limits) throws IOException {
        previews = new Previews(portal.downloads(), limits, drawing);
        PageAssets assets = new PageAssets();
        Pages pages = new Pages(new Templates(), new PageFrames(assets, clock));
        List<Route> routes = Stream.of(
                        assets.routes(),
                        new WebApp(pages, assets).routes(),
                        new ClientSide(pages, portal, auth, previews).routes(),
                        new PracticeSide(pages, portal, auth, previews).routes())
                .flatMap(List::stream)
                .toList();
        Site site = new Site(
                host -> Optional.of(practice).filter(p -> p.origin().host().equals(host)),
                new Routes(routes),
                new AuthSignIn(auth),
                new PortalFaultPages(pages),
                keys,
                new TrustedProxies(List.of()),
                HttpLimits.DEFAULT);
        server = new HttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site, List.of(), new AccessLog());
        server.start();
    }

    public Client client(String name) {
        return portal.clients().create(firm, CreateClient.of(name, EntityType.COMPANY));
    }

    /** A contact of one client, who may sign in. */
    public Contact contact(String name, Client client, Permission... permissions) {
        Contact contact = portal.contacts()
                .addToClient(
                        firm,
                        client.id(),
                        Contact.Profile.of(name, Optional.of(World.email(name))),
                        Terms.of(permissions));
        auth.invitations().invite(firm, client.id(), List.of(contact.id()), Optional.empty());
        return contact;
    }

    /** The client's first folder of a kind. */
    public Folder folder(Client client, FolderKind kind) {
        return portal.folders().list(firm, client.id()).stream()
                .filter(folder -> folder.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** A file of the firm's, whose bytes say its name. */
    public Document document(Client client, FolderKind kind, String name, boolean visible) {
        return document(client, kind, name, visible, ("the bytes of " + name).getBytes(StandardCharsets.UTF_8));
    }

    /** A file of the firm's. */
    public Document document(Client client, FolderKind kind, String name, boolean visible, byte[] bytes) {
        UploadDocument upload = new UploadDocument(
                client.id(),
                folder(client, kind).id(),
                new FileName(name),
                Optional.of((long) bytes.length),
                visible,
                Optional.empty(),
                Optional.empty());
        return portal.uploads().upload(firm, upload, new ByteArrayInputStream(bytes));
    }

    /** Everything at a client, the newest first, as the firm sees it. */
    public List<DocumentRow> documents(Client client) {
        return portal.documents()
                .list(firm, DocumentFilter.of(client.id(), PageRequest.first(100)))
                .items();
    }

    /** A browser that nobody has used yet. */
    public WebBrowser browser() {
        return new WebBrowser("http://127.0.0.1:" + server.port());
    }

    /** A browser in which this person is signed in, by a link that was asked for and mailed. */
    public WebBrowser signedIn(String name) {
        clock.forward(Duration.ofSeconds(61));
        WebBrowser browser = browser();
        browser.get("/sign-in").submit("/sign-in", "email", World.email(name).typed());
        browser.get(linkFor(name)).submit("/in");
        return browser;
    }

    /** A member of the staff, and a browser in which this member is signed in. */
    public WebBrowser staff(String name, StaffRole role, ClientAccess access) {
        portal.staff().add(firm, new AddStaff(World.email(name), name, role, false, access));
        WebBrowser browser = browser();
        browser.get("/practice/sign-in")
                .submit("/practice/sign-in", "email", World.email(name).typed());
        browser.get(linkFor(name)).submit("/in");
        return browser;
    }

    /** The path of the link in the newest mail to this person. */
    public String linkFor(String name) {
        String link = mailTo(name).get(1);
        return link.substring(link.indexOf("/in/"));
    }

    /** The code in the newest mail to this person. */
    public String codeFor(String name) {
        return mailTo(name).get(2);
    }

    /** The lines of the newest mail to this person: its kind, the link, the code. */
    public List<String> mailTo(String name) {
        portal.runJobsOnce();
        return notifier.sentTo(World.email(name).typed()).stream()
                .reduce((older, newer) -> newer)
                .orElseThrow()
                .text()
                .lines()
                .toList();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        previews.close();
        server.close();
        portal.close();
        storage.close();
        IO.delete(drawing);
    }
}

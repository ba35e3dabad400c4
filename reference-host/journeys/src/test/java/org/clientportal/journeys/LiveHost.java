package org.clientportal.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.auth.PortalAuth;
import org.clientportal.auth.Side;
import org.clientportal.auth.Visit;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Key;
import org.clientportal.host.config.Settings;
import org.clientportal.host.demo.DemoSeed;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.Templates;
import org.clientportal.host.mail.EmlNotifier;
import org.clientportal.host.mail.MailMessages;
import org.clientportal.host.mail.Mailbox;
import org.clientportal.host.wiring.Host;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.document.FileName;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;

/**
 * The real host on a free port, with SQLite, files and mails in a folder of the caller's. What is prepared before it serves
 * is not raced by its jobs.
 */
final class LiveHost implements AutoCloseable {
    private final Path data;
    private final Host host;
    private final Practice practice;

    private LiveHost(Path data, BiFunction<Host, Origin, Practice> founding) {
        this.data = data;
        int port = freePort();
        HostConfig config = HostConfig.of(Settings.read(Optional.empty(), Map.of())
                .with(Key.DATA, data.toString())
                .with(Key.LISTEN_HOST, "localhost")
                .with(Key.LISTEN_PORT, String.valueOf(port))
                .with(Key.LOG_LEVEL, "warn"));
        Host.migrate(config);
        host = Host.open(config, true);
        practice = founding.apply(host, new Origin("http://localhost:" + port));
    }

    /** Starts to answer, and to send what waits. */
    LiveHost serve() {
        try {
            host.serve();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a practice that has one administrator and nothing else. */
    static LiveHost withAdmin(Path data, String name, String email) {
        return new LiveHost(data, (host, origin) -> {
            Practice practice = host.portal()
                    .practices()
                    .create(CreatePractice.of("journey", "Harbor & Finch CPAs", origin.value()));
            host.portal()
                    .staff()
                    .add(
                            Actors.system(practice.id()),
                            new AddStaff(new EmailAddress(email), name, StaffRole.ADMIN, false, ClientAccess.ALL));
            return practice;
        });
    }

    /** With the practice of the demo. */
    static LiveHost demo(Path data) {
        return new LiveHost(
                data,
                (host, origin) ->
                        new DemoSeed(host.storage(), host.content(), host.keys(), Clock.systemUTC()).plant(origin));
    }

    /** The practice's address has the port, and is needed before the host listens. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String origin() {
        return practice.origin().value();
    }

    Portal portal() {
        return host.portal();
    }

    PortalAuth auth() {
        return host.auth();
    }

    Practice practice() {
        return practice;
    }

    /** Everything that it answers. */
    List<Route> routes() {
        return host.routes().all();
    }

    /** Puts a file into another client's portal and tells its id. */
    String file(Actor firm, String client, Paper paper) {
        ClientId id = portal().clients()
                .create(firm, CreateClient.of(client, EntityType.COMPANY))
                .id();
        UploadDocument upload = new UploadDocument(
                id,
                portal().folders().list(firm, id).get(0).id(),
                new FileName(paper.name()),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
        return portal().uploads()
                .upload(firm, upload, new ByteArrayInputStream(paper.bytes()))
                .id()
                .toString();
    }

    /** The path of the link in the newest mail to this address. */
    String linkFor(String email) {
        portal().runJobsOnce();
        String text = new Mailbox(mails())
                .newest().stream()
                        .filter(mail -> mail.to().equals(email))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no mail to " + email))
                        .text();
        Matcher link = Pattern.compile(Pattern.quote(origin()) + "(/in/\\S+)").matcher(text);
        if (!link.find()) {
            throw new AssertionError("no link in the mail to " + email);
        }
        return link.group(1);
    }

    /** The path of a link that a contact asked for, and was sent, so long ago. */
    String linkAskedFor(String email, Duration ago) {
        Clock then = Clock.offset(Clock.systemUTC(), ago.negated());
        try (Portal past = Portal.builder()
                .storage(host.storage())
                .content(host.content())
                .clock(then)
                .mail(host.keys(), new MailMessages(new Templates()), new EmlNotifier(mails(), Clock.systemUTC()))
                .build()) {
            new PortalAuth(past.units(), host.keys())
                    .links()
                    .ask(Visit.to(practice.id()), Side.CONTACT, email, Optional.empty());
            past.runJobsOnce();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return linkFor(email);
    }

    /** The name of the newest mail. */
    String newestMail() {
        return new Mailbox(mails()).newest().get(0).name();
    }

    private Path mails() {
        return data.resolve("mails");
    }

    @Override
    public void close() {
        host.close();
    }
}

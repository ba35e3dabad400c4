package org.clientportal.host.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.mail.Mailbox;
import org.clientportal.host.wiring.Host;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.Folder;
import org.clientportal.model.practice.Practice;

/** A practice with one client and two contacts on a running host, and what is done with it. */
final class Firm implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern LINK = Pattern.compile("/in/([A-Za-z0-9_-]+)");

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    final Host host;
    final Practice practice;
    final Actor firm;
    private final int port;
    private final Mailbox mailbox;

    private Firm(DataUnderTest data, Host host, Practice practice) throws IOException {
        this.host = host;
        this.practice = practice;
        this.firm = Actors.service(practice.id(), "test");
        this.port = host.serve();
        this.mailbox = new Mailbox(data.config().data().resolve("mails"));
    }

    /** Sets the practice up and serves it. */
    static Firm founded(DataUnderTest data) throws IOException {
        Host.migrate(data.config());
        Host host = Host.open(data.config(), false);
        Practice practice = host.portal().practices().create(CreatePractice.of("firm", "Firm", "http://127.0.0.1"));
        return new Firm(data, host, practice);
    }

    /** Serves the one that is there. */
    static Firm reopened(DataUnderTest data) throws IOException {
        Host host = Host.open(data.config(), false);
        return new Firm(data, host, host.portal().practices().all().get(0));
    }

    Client client(String name) {
        return host.portal().clients().create(firm, CreateClient.of(name, EntityType.COMPANY));
    }

    Folder folder(Client client) {
        return host.portal().folders().list(firm, client.id()).stream()
                .filter(folder -> folder.kind() == FolderKind.ORDINARY)
                .findFirst()
                .orElseThrow();
    }

    Contact contact(Client client, String name) {
        return host.portal()
                .contacts()
                .addToClient(
                        firm,
                        client.id(),
                        Contact.Profile.of(name, name + "@client.example"),
                        Terms.of(Permission.FILES));
    }

    Document upload(Client client, Folder folder, String text) {
        return host.portal()
                .uploads()
                .upload(
                        firm,
                        UploadDocument.to(client.id(), folder.id(), "file.txt"),
                        new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    String text(DocumentId document) throws IOException {
        try (InputStream bytes =
                Channels.newInputStream(host.portal().downloads().open(firm, document, 0))) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    void permit(Client client, Contact contact, Permission... permissions) {
        host.portal()
                .assignments()
                .setTerms(firm, new AssignmentId(contact.id(), client.id()), Terms.of(permissions), Optional.empty());
    }

    /** Sends a contact a link and gives its token, as it came by mail. */
    String link(Contact contact) {
        host.auth().links().send(firm, contact.id());
        String to = contact.email().orElseThrow().typed();
        Optional<String> link = Optional.empty();
        while (link.isEmpty()) {
            host.portal().runJobsOnce();
            link = mailbox.newest().stream()
                    .filter(mail -> mail.to().contains(to))
                    .findFirst()
                    .map(mail -> found(LINK, mail.text()));
        }
        return link.get();
    }

    List<Mailbox.Item> mails() {
        return mailbox.newest();
    }

    /** Redeems a link's token over HTTP; the answer holds a session's token if it succeeds. */
    HttpResponse<String> redeem(String link, Contact contact) {
        String body = "{\"token\":\"" + link + "\",\"email\":\""
                + contact.email().orElseThrow().typed() + "\"}";
        return send(at("/api/v1/sign-in/redeem")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Signs a contact in and gives the session's token. */
    String signedIn(Contact contact) {
        return found(TOKEN, redeem(link(contact), contact).body());
    }

    /** Asks for the sessions of whom this session's token, in a header, stands for. */
    int asked(String token) {
        return send(at("/api/v1/portal/sessions").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    /** Likewise with the token in the cookie of a browser. */
    int askedByCookie(String token) {
        return send(at("/api/v1/portal/sessions").header("Cookie", "contact=" + token))
                .statusCode();
    }

    /** Ends all sessions of whom this session's token stands for. */
    void signOut(String token) {
        send(at("/api/v1/portal/sessions")
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        host.close();
    }
}

package org.clientportal.resilience;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.host.config.Key;

/** Two nodes on one PostgreSQL, an administrator who asks the first, and people who ask the second. */
final class TwoNodes implements AutoCloseable {
    final Post post = new Post();
    final PostgresServer database;
    final HostProcess first;
    HostProcess second;
    private final String url;
    private final Site other;
    Caller olivia;

    TwoNodes(Path folder) throws Exception {
        database = PostgresServer.start(folder.resolve("pg"), Map.of());
        url = database.fresh();
        Site site = Site.postgres(folder.resolve("first"), post.port(), url).with(Key.TRUSTED_PROXIES, "127.0.0.1");
        other = site.second(folder.resolve("second"));
        first = site.start();
        second = other.start();
        olivia = Site.signIn(first, post, "STAFF", Site.ADMIN);
    }

    /** Kills the second node and starts it again. */
    void restartSecond() {
        second.kill();
        second = other.start();
    }

    /** Ends the database as a power cut would, and starts it again. */
    void restartDatabase() {
        database.stopImmediately();
        database.startAgain();
        first.awaitReady();
        second.awaitReady();
    }

    /** A new client with a folder and one file for its people: {@code client}, {@code folder}, {@code document}. */
    Business business(String name, byte[] file) throws IOException {
        String client = olivia.call("POST", "/api/v1/clients", Map.of("name", name, "type", "COMPANY"))
                .ok()
                .text("id");
        String folder = olivia.call("POST", "/api/v1/clients/" + client + "/folders", Map.of("name", "Statements"))
                .ok()
                .text("id");
        return new Business(client, folder, file(client, folder, file));
    }

    /** A file of a client, visible for its people. */
    String file(String client, String folder, byte[] bytes) throws IOException {
        return olivia.upload(
                        "/api/v1/clients/" + client + "/documents?folderId=" + folder + "&visible=true&name=March.bin",
                        bytes)
                .ok()
                .text("id");
    }

    /** Invites somebody to clients, with their files: the contact's id. */
    String invited(String name, Business... clients) throws IOException {
        Map<String, Object> terms = new HashMap<>();
        Arrays.stream(clients).forEach(c -> terms.put(c.client(), Map.of("permissions", List.of("FILES"))));
        String id = olivia.call(
                        "POST", "/api/v1/contacts", Map.of("name", name, "email", email(name), "clients", terms))
                .ok()
                .text("id");
        olivia.call("POST", clients[0].of() + "/invitations", Map.of("contactIds", List.of(id)))
                .ok();
        return id;
    }

    /** Invites somebody likewise, who signs in at the second node. */
    Person person(String name, Business... clients) throws IOException {
        String id = invited(name, clients);
        String token = post.token(email(name), 1);
        Caller.Reply in = new Caller(second.address(), Optional.empty())
                .call("POST", "/api/v1/sign-in/redeem", Map.of("token", token, "email", email(name)))
                .ok();
        return new Person(id, new Caller(second.address(), Optional.of(in.text("token"))));
    }

    private static String email(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@customer.example";
    }

    /** How many mails wait to be sent. */
    long waiting() {
        try (Connection connection = DriverManager.getConnection(url, PostgresServer.USER, PostgresServer.USER);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from client_portal.outbox" + " where state = 'QUEUED' and lane <> 'EVENT'")) {
            count.next();
            return count.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    record Business(String client, String folder, String document) {
        String of() {
            return "/api/v1/clients/" + client;
        }

        /** Where its people find the file. */
        String path() {
            return "/api/v1/portal/documents/" + document;
        }
    }

    record Person(String id, Caller caller) {}

    @Override
    public void close() {
        first.close();
        second.close();
        database.close();
        post.close();
    }
}

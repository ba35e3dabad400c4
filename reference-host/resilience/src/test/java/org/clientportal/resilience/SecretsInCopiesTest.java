package org.clientportal.resilience;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.host.config.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * The secrets of real mails and sessions are looked for in all that somebody could take a copy of: a dump of the tables, the
 * server's own files and its log of every statement with its values, the host's log, data and temporary files.
 */
@Tag("full")
@Tag("promise:P6")
class SecretsInCopiesTest {
    @TempDir
    private Path folder;

    private final Post post = new Post();
    private final Canaries canaries = new Canaries();
    private PostgresServer database;
    private Site site;
    private HostProcess host;

    @BeforeEach
    void aHostThatLogsAllItCan() throws Exception {
        database = PostgresServer.start(
                folder.resolve("pg"),
                Map.of("logging_collector", "on", "log_directory", "log", "log_statement", "all"));
        site = Site.postgres(folder.resolve("site"), post.port(), database.fresh())
                .with(Key.LOG_LEVEL, "debug");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        host = site.launch(List.of(), Map.of("_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary))
                .awaitReady();
    }

    @AfterEach
    void stop() {
        host.close();
        database.close();
        post.close();
    }

    @Test
    void no_copy_holds_a_link_a_code_an_invitation_or_a_session() throws Exception {
        // given a session by a code, one by an invitation, one by a link
        Caller olivia = Site.signIn(host, post, "STAFF", Site.ADMIN);
        mailed("staff", Site.ADMIN, 1);
        canaries.token("the session of staff", olivia.token());
        String client = olivia.call("POST", "/api/v1/clients", Map.of("name", "Canary & Sons", "type", "COMPANY"))
                .ok()
                .text("id");
        String jane = invited(olivia, client, "jane@customer.example");
        mailed("an invitation", "jane@customer.example", 1);
        canaries.token("a session by invitation", redeemed("jane@customer.example", 1));
        olivia.call("POST", "/api/v1/contacts/" + jane + "/magic-link").ok();
        mailed("a link", "jane@customer.example", 2);
        canaries.token("a session by link", redeemed("jane@customer.example", 2));
        // and what is not used yet
        invited(olivia, client, "joe@customer.example");
        mailed("an open invitation", "joe@customer.example", 1);
        // and what a browser gets
        canaries.token("the mark of a browser", browser());

        // when
        dump(site, folder.resolve("dump"));
        host.stop();
        database.close();

        // then all of that was looked through, and nothing found
        for (String place : List.of("dump", "pg/base", "pg/log")) {
            assertThat(holds(folder.resolve(place), "Canary & Sons")).as(place).isTrue();
        }
        assertThat(host.output()).contains("/api/v1/sign-in/redeem");
        assertThat(canaries.count()).isGreaterThanOrEqualTo(8);
        assertThat(canaries.in(folder)).isEmpty();
    }

    /** The secrets of the mail that an address got as its so-manieth. */
    private void mailed(String what, String email, int count) {
        canaries.token(what + ", its token", post.token(email, count));
        canaries.code(what + ", its code", post.code(email, count));
    }

    private String invited(Caller olivia, String client, String email) throws IOException {
        Map<String, Object> terms = Map.of(client, Map.of("permissions", List.of("FILES")));
        String id = olivia.call(
                        "POST", "/api/v1/contacts", Map.of("name", "A Person", "email", email, "clients", terms))
                .ok()
                .text("id");
        olivia.call("POST", "/api/v1/clients/" + client + "/invitations", Map.of("contactIds", List.of(id)))
                .ok();
        return id;
    }

    private String redeemed(String email, int count) throws IOException {
        return new Caller(host.address(), Optional.empty())
                .call("POST", "/api/v1/sign-in/redeem", Map.of("token", post.token(email, count), "email", email))
                .ok()
                .text("token");
    }

    private String browser() throws IOException {
        return new Caller(host.address(), Optional.empty())
                .call("POST", "/api/v1/sign-in/link", Map.of("side", "STAFF", "email", "nobody@firm.example"))
                .ok()
                .headers()
                .get("set-cookie")
                .get(0)
                .split("[=;]", 3)[1];
    }

    /** What pg_dump writes of the tables: each with COPY. */
    private static void dump(Site site, Path into) throws SQLException, IOException {
        Files.createDirectory(into);
        try (Connection connection = new Evidence(site.config()).connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(
                    "select relname from pg_class where relnamespace = 'client_portal'::regnamespace and relkind = 'r'")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                try (OutputStream out = Files.newOutputStream(into.resolve(table))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy client_portal.\"" + table + "\" to stdout", out);
                }
            }
        }
    }

    private static boolean holds(Path folder, String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }
}

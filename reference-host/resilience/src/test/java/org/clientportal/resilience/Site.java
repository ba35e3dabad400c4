package org.clientportal.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientportal.core.Actors;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Key;
import org.clientportal.host.config.Settings;
import org.clientportal.host.wiring.Host;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;

/**
 * Where a host runs: a folder with its configuration, data and log, and a practice with one administrator. Several nodes on
 * one PostgreSQL are several sites with the same database, files and keys: see {@link #second}.
 */
final class Site {
    static final String ADMIN = "olivia@firm.example";

    private final Path folder;
    private final Map<Key, String> keys;

    private Site(Path folder, Map<Key, String> keys) {
        this.folder = folder;
        this.keys = new EnumMap<>(keys);
        write();
    }

    /** On SQLite, in a folder of the caller's, with tables, practice and administrator. */
    static Site sqlite(Path folder, int smtpPort) {
        Site site = new Site(folder, usual(folder, smtpPort));
        site.found();
        return site;
    }

    /** On SQLite, likewise, with its practice at an address behind a proxy, such as {@code https://localhost}. */
    static Site behind(String origin, Path folder, int smtpPort) {
        Site site = new Site(folder, usual(folder, smtpPort));
        site.found(origin);
        return site;
    }

    /** On a PostgreSQL database, likewise. */
    static Site postgres(Path folder, int smtpPort, String url) {
        Map<Key, String> keys = usual(folder, smtpPort);
        keys.put(Key.DATABASE_URL, url);
        keys.put(Key.DATABASE_USER, PostgresServer.USER);
        Site site = new Site(folder, keys);
        site.found();
        return site;
    }

    /** Another node of this site, with a folder of its own for its configuration and log. */
    Site second(Path other) {
        Map<Key, String> same = new EnumMap<>(keys);
        same.put(Key.FILES, data().resolve("files").toString());
        same.put(Key.KEYS_FILE, data().resolve("keys").toString());
        same.put(Key.DATA, other.resolve("data").toString());
        return new Site(other, same);
    }

    /** This site with another value for a key, from the next start on. */
    Site with(Key key, String value) {
        keys.put(key, value);
        write();
        return this;
    }

    Path data() {
        return Path.of(keys.get(Key.DATA));
    }

    HostConfig config() {
        return HostConfig.of(Settings.read(Optional.of(file()), Map.of()));
    }

    /** A host as a process, ready to be asked. */
    HostProcess start() {
        return launch(List.of(), Map.of()).awaitReady();
    }

    /** A host as a process, with words before its command and variables in its environment; perhaps not ready. */
    HostProcess launch(List<String> before, Map<String, String> environment) {
        return HostProcess.start(before, environment, file(), folder.resolve("host.log"));
    }

    /** Signs the administrator in over the wire, by a mailed code; the session outlives the process. */
    static Caller signIn(HostProcess host, Post post, String side, String email) throws IOException {
        return signIn(host.address(), post, side, email);
    }

    /** Signs somebody in at an address of a host, likewise. */
    static Caller signIn(String address, Post post, String side, String email) throws IOException {
        Caller visitor = new Caller(address, Optional.empty());
        int before = post.to(email).size();
        String browser = visitor.call("POST", "/api/v1/sign-in/link", Map.of("side", side, "email", email))
                .ok()
                .headers()
                .get("set-cookie")
                .get(0)
                .split(";", 2)[0];
        String code = post.code(email, before + 1);
        byte[] body = ("{\"side\":\"" + side + "\",\"email\":\"" + email + "\",\"code\":\"" + code + "\"}")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Caller.Reply in =
                visitor.send("POST", "/api/v1/sign-in/code", "application/json", body, Map.of("Cookie", browser));
        return new Caller(address, Optional.of(in.ok().text("token")));
    }

    private static Map<Key, String> usual(Path folder, int smtpPort) {
        return new EnumMap<>(Map.of(
                Key.LISTEN_PORT, "0",
                Key.DATA, folder.resolve("data").toString(),
                Key.SMTP_HOST, "127.0.0.1",
                Key.SMTP_PORT, String.valueOf(smtpPort),
                Key.SMTP_SECURITY, "none",
                Key.SMTP_FROM, "portal@firm.example"));
    }

    private void found() {
        found("http://127.0.0.1");
    }

    private void found(String origin) {
        HostConfig config = config();
        Host.migrate(config);
        try (Host host = Host.open(config, false)) {
            Practice practice =
                    host.portal().practices().create(CreatePractice.of("firm", "Harbor & Finch CPAs", origin));
            host.portal()
                    .staff()
                    .add(
                            Actors.system(practice.id()),
                            new AddStaff(
                                    new EmailAddress(ADMIN), "Olivia Finch", StaffRole.ADMIN, false, ClientAccess.ALL));
        }
    }

    private Path file() {
        return folder.resolve("portal.yaml");
    }

    /** Keys with their dots are read as well as nested ones. */
    private void write() {
        String lines = keys.entrySet().stream()
                .map(entry -> entry.getKey().path() + ": \"" + entry.getValue() + "\"\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(folder);
            Files.writeString(file(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

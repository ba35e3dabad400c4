package org.clientportal.host.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.host.wiring.DataFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The commands configure the log of the whole process. */
@Isolated
class CommandsTest {
    @TempDir
    private Path folder;

    private Path data;
    private Path config;

    @BeforeEach
    void configured() throws IOException {
        data = folder.resolve("data");
        config = folder.resolve("portal.yaml");
        configure("data: " + data, "smtp: {host: localhost, from: p@firm.example}", "log: {level: error}");
    }

    private void configure(String... lines) throws IOException {
        Files.write(config, List.of(lines));
    }

    private Typed portal(String command, String... options) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--config", config.toString()));
        words.addAll(List.of(options));
        return Typed.at(words.toArray(String[]::new));
    }

    private Typed createPractice(String origin) {
        return portal(
                "practice create", "--origin", origin, "--name", "Firm", "--slug", "firm", "--zone", "Europe/London");
    }

    private static void failsInOneLine(Typed typed, int exit, String words) {
        assertThat(typed.err()).startsWith("portal: ").contains(words);
        assertThat(typed.err().strip().lines()).hasSize(1);
        assertThat(typed.exit()).isEqualTo(exit);
    }

    @Test
    void a_practice_and_its_staff_are_set_up() {
        assertThat(portal("migrate").exit()).isZero();
        assertThat(createPractice("https://portal.firm.example").out()).contains("https://portal.firm.example");
        Typed staff = portal(
                "staff add", "--practice", "firm", "--email", "ann@firm.example", "--name", "Ann", "--role", "admin");
        assertThat(staff.err()).isEmpty();
        assertThat(staff.out()).contains("https://portal.firm.example/practice/sign-in");
    }

    @Test
    void what_is_there_already_is_refused_by_its_code() {
        portal("migrate");
        createPractice("https://portal.firm.example");
        failsInOneLine(createPractice("https://portal.firm.example"), 1, "practice_exists");
    }

    @Test
    void migrating_again_changes_nothing() {
        assertThat(portal("migrate").out()).isEqualTo(portal("migrate").out());
    }

    @Test
    void staff_of_a_practice_that_is_not_there_cannot_be_added() {
        portal("migrate");
        failsInOneLine(
                portal(
                        "staff add",
                        "--practice",
                        "nobody",
                        "--email",
                        "a@b.example",
                        "--name",
                        "A",
                        "--role",
                        "MEMBER"),
                1,
                "nobody");
    }

    @Test
    void a_malformed_value_is_refused_with_its_name() {
        portal("migrate");
        failsInOneLine(
                portal("staff add", "--practice", "firm", "--email", "ann", "--name", "Ann", "--role", "ADMIN"),
                2,
                "email");
        assertThat(portal("staff add", "--practice", "firm").exit()).isEqualTo(2);
        assertThat(Typed.at("frob").exit()).isEqualTo(2);
    }

    @Test
    void a_portal_without_tls_is_for_this_machine_alone() {
        portal("migrate");
        failsInOneLine(createPractice("http://portal.firm.example"), 1, "must be https");
        assertThat(createPractice("http://localhost:8080").exit()).isZero();
    }

    @Test
    void a_wrong_key_stops_the_start_with_its_name() throws IOException {
        configure("data: " + data, "listen: {prot: 1}");
        failsInOneLine(portal("serve"), 2, "listen.prot");
    }

    @Test
    void serving_needs_a_mail_server() throws IOException {
        configure("data: " + data);
        failsInOneLine(portal("serve"), 2, "smtp.host");
    }

    @Test
    @Tag("promise:P28")
    void a_port_in_use_is_said_in_one_line() throws IOException {
        portal("migrate");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            configure(
                    "data: " + data,
                    "smtp: {host: localhost, from: p@firm.example}",
                    "log: {level: error}",
                    "listen: {port: " + taken.getLocalPort() + "}");
            failsInOneLine(portal("serve"), 1, "port " + taken.getLocalPort());
        }
    }

    @Test
    @Tag("promise:P28")
    void a_data_folder_that_cannot_be_written_is_said_in_one_line() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        configure("data: " + file.resolve("data"), "smtp: {host: localhost, from: p@firm.example}");
        failsInOneLine(portal("serve"), 1, "data folder cannot be written");
        failsInOneLine(portal("migrate"), 1, "data folder cannot be written");
    }

    @Test
    @Tag("promise:P28")
    void a_database_that_is_down_is_said_in_one_line() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        configure(
                "data: " + data,
                "smtp: {host: localhost, from: p@firm.example}",
                "log: {level: error}",
                "database: {url: 'jdbc:postgresql://127.0.0.1:" + free + "/portal', user: portal}");
        failsInOneLine(portal("serve"), 1, "database cannot be reached");
        failsInOneLine(portal("migrate"), 1, "database cannot be reached");
    }

    @Test
    void tables_that_are_not_there_are_said_in_one_line() {
        failsInOneLine(portal("serve"), 1, "migrate");
    }

    @Test
    void tables_newer_than_the_program_are_said_in_one_line() throws SQLException {
        portal("migrate");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("portal.db"));
                Statement statement = database.createStatement()) {
            statement.execute("INSERT INTO portal_schema_history (installed_rank, version, description, type, script,"
                    + " checksum, installed_by, execution_time, success)"
                    + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, 1)");
        }
        failsInOneLine(portal("serve"), 1, "99");
    }

    @Test
    void data_that_another_process_holds_is_said_in_one_line() throws IOException {
        portal("migrate");
        try (DataFolder held = DataFolder.hold(data);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(held).isNotNull();
            // Even a host that did not mind would end here.
            configure(
                    "data: " + data,
                    "smtp: {host: localhost, from: p@firm.example}",
                    "log: {level: error}",
                    "listen: {port: " + taken.getLocalPort() + "}");
            failsInOneLine(portal("serve"), 1, "in use by another process");
            failsInOneLine(createPractice("https://portal.firm.example"), 1, "in use by another process");
        }
    }

    @Test
    void a_demo_never_throws_away_what_is_no_demo() throws IOException {
        Files.createDirectories(data);
        Path letter = Files.writeString(data.resolve("letter.txt"), "dear");
        failsInOneLine(Typed.at("demo", "--fresh", "--data", data.toString()), 1, "something else than a demo");
        assertThat(letter).exists();
    }

    @Test
    void a_warm_up_opens_a_host_and_leaves_nothing_behind() {
        assertThat(Typed.at("warm-up")).isEqualTo(new Typed(0, "", ""));
    }

    @Test
    void the_version_is_said() {
        assertThat(Typed.at("version").out()).startsWith("portal ");
        assertThat(Typed.at("help", "serve").out()).contains("--config");
        assertThat(Typed.at("--help").out())
                .contains("serve", "demo", "migrate")
                .doesNotContain("warm-up");
    }
}

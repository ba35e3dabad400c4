package org.clientportal.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Settings;
import org.clientportal.host.config.WrongConfiguration;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.storage.jdbc.SchemaMismatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL with two roles and row-level security, by the keys of the configuration alone. */
@Tag("full")
@Tag("promise:P13")
class RowLevelSecurityHostTest {
    private static final String OWNER = "portal_owner";
    private static final String APP = "portal_app";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;
    private static Path secret;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role portal_owner login password 's3cret'");
            statement.execute("create role portal_app login password 's3cret'");
            statement.execute("create database portal owner portal_owner");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    @DisplayName("migrated as the owner and run as the program, the host works, and its login alone sees nothing")
    void worksAsTheProgram() throws SQLException {
        HostConfig config = config(APP, "owner-user: " + OWNER + ", owner-password-file: " + secret + ",");
        Host.migrate(config);
        Host.migrate(config);

        try (Host host = Host.open(config, false)) {
            Actor firm = Actors.service(
                    host.portal()
                            .practices()
                            .create(CreatePractice.of("firm", "Firm", "https://portal.firm.example"))
                            .id(),
                    "test");
            Client client = host.portal().clients().create(firm, CreateClient.of("Acme", EntityType.COMPANY));
            assertThat(host.portal().practices().byHost("portal.firm.example")).isPresent();
            assertThat(host.portal().clients().get(firm, client.id())).isEqualTo(client);
            host.portal().runJobsOnce();
            assertThat(host.portal().audit().verify(firm).isWhole()).isTrue();
        }
        try (Connection connection = DriverManager.getConnection(url(), APP, "s3cret");
                Statement statement = connection.createStatement();
                ResultSet clients = statement.executeQuery("select * from client_portal.client")) {
            assertThat(clients.next()).isFalse();
        }
    }

    @Test
    @DisplayName("a host that would run as the owner, or migrate without one, does not start")
    void rolesAreHeldTo() {
        Host.migrate(config(APP, "owner-user: " + OWNER + ", owner-password-file: " + secret + ","));

        assertThatThrownBy(() -> Host.open(config(OWNER, ""), false))
                .isInstanceOf(SchemaMismatch.class)
                .hasMessageContaining("owns the tables");
        assertThatThrownBy(() -> Host.migrate(config(APP, "")))
                .isInstanceOf(WrongConfiguration.class)
                .hasMessageContaining("database.owner-user is required");
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/portal";
    }

    private static HostConfig config(String user, String owner) {
        try {
            Path file = Files.writeString(
                    Files.createTempFile(folder, "portal", ".yaml"),
                    "data: " + folder.resolve("data") + "\nlisten: {port: 0}\ndatabase: {url: '" + url() + "', user: "
                            + user + ", password-file: " + secret + ", " + owner + " row-level-security: on}\n");
            return HostConfig.of(Settings.read(Optional.of(file), Map.of()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

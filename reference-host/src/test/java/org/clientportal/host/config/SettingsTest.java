package org.clientportal.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    @TempDir
    private Path folder;

    private Settings file(String text) throws IOException {
        return Settings.read(Optional.of(Files.writeString(folder.resolve("portal.yaml"), text)), Map.of());
    }

    private HostConfig config(String text) throws IOException {
        return HostConfig.of(file(text));
    }

    @Test
    void nothing_at_all_is_a_host_on_loopback_with_sqlite() {
        HostConfig config = HostConfig.of(Settings.read(Optional.empty(), Map.of()));
        assertThat(config.listen().getHostString()).isEqualTo("127.0.0.1");
        assertThat(config.listen().getPort()).isEqualTo(8080);
        assertThat(config.database()).isEqualTo(new DatabaseConfig.Sqlite(Path.of("./portal-data/portal.db")));
        assertThat(config.smtp()).isEmpty();
    }

    @Test
    void the_sample_names_every_key_and_holds_what_holds_without_it() throws IOException {
        Path sample = Path.of(System.getProperty("portal.root"), "reference-host", "portal.yaml.sample");
        Settings settings = Settings.read(Optional.of(sample), Map.of());
        assertThat(new TreeSet<>(settings.keys())).containsExactly(Key.values());
        for (Key key : Key.values()) {
            assertThat(settings.text(key).orElse("")).as(key.path()).isEqualTo(key.fallback());
        }
    }

    @Test
    void a_variable_wins_over_the_file() throws IOException {
        Path path = Files.writeString(folder.resolve("portal.yaml"), "listen: {port: 1}");
        Settings settings = Settings.read(Optional.of(path), Map.of("PORTAL_LISTEN_PORT", "2", "PATH", "/bin"));
        assertThat(settings.text(Key.LISTEN_PORT)).contains("2");
    }

    @Test
    void every_key_has_a_variable_of_its_own() {
        assertThat(Arrays.stream(Key.values()).map(Key::variable)).doesNotHaveDuplicates();
        assertThat(Key.DATABASE_PASSWORD_FILE.variable()).isEqualTo("PORTAL_DATABASE_PASSWORD_FILE");
    }

    @Test
    void a_misspelt_variable_stops_the_start_with_its_name() {
        assertThatThrownBy(() -> Settings.read(Optional.empty(), Map.of("PORTAL_LISTEN_PROT", "2")))
                .isInstanceOf(WrongConfiguration.class)
                .hasMessageContaining("PORTAL_LISTEN_PROT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "listen: {prot: 1}                          | listen.prot",
                "listn: 1                                   | listn",
                "listen: 1                                  | listen",
                "listen: {port: {a: 1}}                     | listen.port.a",
                "listen: {port: eighty}                     | listen.port",
                "listen: {port: 70000}                      | listen.port",
                "listen: {port: -1}                         | listen.port",
                "listen: {trusted-proxies: [nonsense/99]}   | listen.trusted-proxies",
                "practice: {default: 'Not A Slug'}          | practice.default",
                "database: {url: 'jdbc:mysql://x'}          | database.url",
                "database: {url: 'jdbc:postgresql://x/y'}   | database.user",
                "database: {url: 'jdbc:postgresql:x', sqlite: a} | database.sqlite",
                "database: {url: 'jdbc:postgresql://x/y', user: u, password-file: /no/such} | database.password-file",
                "smtp: {host: mail}                         | smtp.from",
                "smtp: {host: mail, from: nobody}           | smtp.from",
                "smtp: {host: mail, from: a@b.example, security: ssl} | smtp.security",
                "smtp: {host: mail, from: a@b.example, user: u} | smtp.password-file",
                "limits: {json-kilobytes: 0}                | limits.json-kilobytes",
                "log: {format: xml}                         | log.format",
                "log: {level: loud}                         | log.level",
                "metrics: {token-file: /no/such}            | metrics.token-file",
                "'listen: {port: 1, port: 2}'               | file",
                "database: {row-level-security: on}         | database.row-level-security",
                "database: {url: 'jdbc:postgresql://d/p', user: u, row-level-security: maybe} | database.row-level-security",
                "'listen: [unclosed'                        | file",
                "just words                                 | file",
            })
    void what_is_wrong_stops_the_start_with_the_keys_name_in_one_line(String text, String key) {
        assertThatThrownBy(() -> config(text))
                .isInstanceOf(WrongConfiguration.class)
                .hasMessageStartingWith("configuration: " + key + " ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> Settings.read(Optional.of(folder.resolve("none.yaml")), Map.of()))
                .hasMessageContaining("none.yaml");
    }

    @Test
    void secrets_come_from_files_and_are_never_told() throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), "s3cret\n");
        HostConfig config = config("database: {url: 'jdbc:postgresql://db/p', user: portal, password-file: '" + secret
                + "'}\nsmtp: {host: mail, from: p@firm.example, user: me, password-file: '" + secret + "'}");
        assertThat(((DatabaseConfig.Postgres) config.database()).password()).isEqualTo("s3cret");
        assertThat(config.requiredSmtp().login().orElseThrow().password()).isEqualTo("s3cret");
        assertThat(config.requiredSmtp().port()).isEqualTo(587);
        assertThat(config.toString()).doesNotContain("s3cret");
    }
}

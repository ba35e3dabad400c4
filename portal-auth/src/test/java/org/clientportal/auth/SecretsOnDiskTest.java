package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.core.secret.Credential;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.jdbc.JdbcStorage;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the database is no way in. */
@Tag("promise:P6")
class SecretsOnDiskTest {
    @Test
    void noFileOfTheDatabaseHoldsATokenACodeOrACookie(@TempDir Path folder) throws IOException {
        List<String> secrets;
        try (PortalStorage storage =
                JdbcStorage.sqlite(folder.resolve("portal.db")).migrate().build()) {
            // given
            World world = new World(storage);
            Door door = new Door(world);
            door.invited("Jane Doe", world.client("Acme"));
            Credential invitation = door.invitationTo("Jane Doe");
            Visit browser = door.browser("jane");

            // when
            door.asks(browser, "Jane Doe");
            Credential mailed = door.mailTo("Jane Doe");
            Redeemed.SignedIn signedIn = door.opens(browser, mailed.token());
            secrets = List.of(
                    invitation.token(),
                    invitation.code().orElseThrow(),
                    mailed.token(),
                    mailed.code().orElseThrow(),
                    signedIn.token(),
                    browser.browser().orElseThrow());

            // then also while it runs, in the write-ahead log
            assertThat(bytesOf(folder)).contains("Jane Doe").doesNotContain(secrets.toArray(String[]::new));
        }
        assertThat(bytesOf(folder)).contains("Jane Doe").doesNotContain(secrets.toArray(String[]::new));
    }

    private static String bytesOf(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}

package org.clientportal.host.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.core.notify.DeliveryFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void mails_lie_in_the_folder_as_files_and_are_read_newest_first() throws IOException, DeliveryFailed {
        new EmlNotifier(folder, Clock.fixed(NOON, ZoneOffset.UTC))
                .send(Letters.mail("ana@client.example", "Ana", "First"));
        new EmlNotifier(folder, Clock.fixed(NOON.plus(Duration.ofMinutes(1)), ZoneOffset.UTC))
                .send(Letters.mail("joe@client.example", "Joe", "Second"));
        List<Mailbox.Item> mails = new Mailbox(folder).newest();
        assertThat(mails).extracting(Mailbox.Item::subject).containsExactly("Second", "First");
        assertThat(mails.get(1).to()).isEqualTo("ana@client.example");
        assertThat(mails.get(1).toName()).isEqualTo("Ana");
        assertThat(mails.get(1).at()).isEqualTo(NOON);
        assertThat(mails.get(1).html()).isEqualTo("<p>Grüße</p>");
        try (var files = Files.list(folder)) {
            assertThat(files).allMatch(file -> file.toString().endsWith(".eml"));
        }
    }

    @Test
    void a_mail_is_found_by_its_name_and_by_nothing_else() throws IOException, DeliveryFailed {
        new EmlNotifier(folder, Clock.systemUTC()).send(Letters.mail("ana@client.example", "Ana", "First"));
        Mailbox mailbox = new Mailbox(folder);
        assertThat(mailbox.find(mailbox.newest().get(0).name())).isPresent();
        assertThat(mailbox.find("../keys")).isEmpty();
    }

    @Test
    void a_folder_that_is_not_there_is_an_empty_mailbox() {
        assertThat(new Mailbox(folder.resolve("none")).newest()).isEmpty();
    }
}

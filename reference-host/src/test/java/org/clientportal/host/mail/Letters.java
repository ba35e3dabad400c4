package org.clientportal.host.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Notice;
import org.clientportal.core.notify.Recipient;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.Slug;

/** Notices and mails to try things with. */
final class Letters {
    static final MessageId ID = new MessageId(UUID.fromString("01900000-0000-7000-8000-000000000001"));

    private Letters() {}

    static Notice link(String origin, String lasts, Locale locale) {
        return notice("magic_link", Map.of("origin", origin, "lasts", lasts), Optional.of("12345678"), locale);
    }

    static Notice invitation(String message, Locale locale) {
        return notice("invitation", Map.of("message", message), Optional.empty(), locale);
    }

    static Notice notice(String kind, Map<String, String> values, Optional<String> code, Locale locale) {
        Practice practice = new Practice(
                new PracticeId(UUID.randomUUID()),
                new Slug("harbour"),
                "Harbour & Tax",
                new Origin("https://portal.harbour.example"),
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"),
                Locale.UK,
                PracticeSettings.DEFAULT,
                Optional.of("#ffee00"),
                Optional.empty(),
                Instant.EPOCH,
                1);
        Recipient ana =
                new Recipient("Ana <b>", new EmailAddress("ana@client.example"), locale, ZoneId.of("Europe/London"));
        return new Notice(
                ID, kind, practice, ana, Optional.empty(), values, Optional.of(new Credential("TOKEN", code)));
    }

    static Mail mail(String to, String name, String subject) {
        return new Mail(ID, "Harbour & Tax, Ltd", name, new EmailAddress(to), subject, "Grüße\n.\nend", "<p>Grüße</p>");
    }
}

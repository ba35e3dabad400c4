package org.clientportal.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Notifier;
import org.clientportal.model.contact.EmailAddress;

/** Lays mails into a folder as {@code .eml} files, for a demo without a mail server. Thread-safe. */
public final class EmlNotifier implements Notifier {
    /** How a mail's file ends. */
    static final String SUFFIX = ".eml";

    private static final EmailAddress FROM = new EmailAddress("portal@demo.example");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    /** @param folder made if it is not there */
    public EmlNotifier(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) throws DeliveryFailed {
        Instant now = clock.instant();
        Path file = folder.resolve(STAMP.format(now) + "-" + mail.id() + SUFFIX);
        Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
        try {
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                MimeMail.of(session, mail, FROM, now).writeTo(out);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new DeliveryFailed("The mail's file cannot be written.", false, e);
        }
    }
}

package org.clientportal.host.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What {@link EmlNotifier} has laid into its folder, to be read in a demo. */
public final class Mailbox {
    private static final int SHOWN = 50;

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    /**
     * A mail that lies there.
     *
     * @param name its file's name without the ending
     */
    public record Item(
            String name, Instant at, String from, String to, String toName, String subject, String text, String html) {}

    public Mailbox(Path folder) {
        this.folder = folder;
    }

    /** The newest mails, the newest first. */
    public List<Item> newest() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(EmlNotifier.SUFFIX))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .limit(SHOWN)
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail by its name. */
    public Optional<Item> find(String name) {
        return newest().stream().filter(item -> item.name().equals(name)).findFirst();
    }

    private Item read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(session, in);
            InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
            InternetAddress from = (InternetAddress) message.getFrom()[0];
            MimeMultipart both = (MimeMultipart) message.getContent();
            String name = file.getFileName().toString();
            return new Item(
                    name.substring(0, name.length() - EmlNotifier.SUFFIX.length()),
                    message.getSentDate().toInstant(),
                    Optional.ofNullable(from.getPersonal()).orElse(from.getAddress()),
                    to.getAddress(),
                    Optional.ofNullable(to.getPersonal()).orElse(to.getAddress()),
                    message.getSubject(),
                    text(both.getBodyPart(0)),
                    text(both.getBodyPart(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("no mail of ours: " + file, e);
        }
    }

    private static String text(BodyPart part) throws IOException, MessagingException {
        return (String) part.getContent();
    }
}

package org.clientportal.host.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import org.clientportal.core.notify.Mail;
import org.clientportal.model.contact.EmailAddress;

/**
 * A mail in MIME: text and HTML side by side, to one person, with the same Message-ID at each repetition, by which mail
 * systems drop doubles.
 */
final class MimeMail extends MimeMessage {
    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Puts a mail together, ready to be sent or written. */
    static MimeMail of(Session session, Mail mail, EmailAddress from, Instant now) throws MessagingException {
        InternetAddress sender = address(from, mail.fromName());
        String domain = sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
        MimeMail message = new MimeMail(session, "<" + mail.id() + "@" + domain + ">");
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, address(mail.to(), mail.toName()));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part(mail.text(), "plain"));
        both.addBodyPart(part(mail.html(), "html"));
        message.setContent(both);
        message.saveChanges();
        return message;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    /** The mailbox as typed, its domain in ASCII; one address, never a list (P23). */
    private static InternetAddress address(EmailAddress email, String name) throws MessagingException {
        String typed = email.typed();
        String canonical = email.canonical();
        InternetAddress address = new InternetAddress();
        address.setAddress(
                typed.substring(0, typed.lastIndexOf('@')) + canonical.substring(canonical.lastIndexOf('@')));
        try {
            address.setPersonal(name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("every Java has UTF-8", e);
        }
        return address;
    }
}

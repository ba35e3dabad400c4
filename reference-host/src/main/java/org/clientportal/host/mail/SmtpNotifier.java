package org.clientportal.host.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Notifier;
import org.clientportal.host.config.SmtpConfig;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Hands mails to a mail server. What it refuses for good (5xx to the recipient or the content) is permanent; that it cannot
 * be reached, does not know us or is busy is not. Reasons hold the server's number, never its words: they may quote the
 * address. Thread-safe.
 */
public final class SmtpNotifier implements Notifier {
    private static final String TIMEOUT_MILLIS = "15000";

    private final SmtpConfig config;
    private final Clock clock;
    private final Session session;

    public SmtpNotifier(SmtpConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.session = Session.getInstance(
                properties(config), config.login().map(SmtpNotifier::login).orElse(null));
    }

    @Override
    public void send(Mail mail) throws DeliveryFailed {
        try {
            Transport.send(MimeMail.of(session, mail, config.from(), clock.instant()));
        } catch (MessagingException e) {
            throw failed(e);
        }
    }

    private static DeliveryFailed failed(MessagingException failure) {
        Optional<Integer> refusal = code(failure);
        if (refusal.isPresent()) {
            int code = refusal.get();
            return new DeliveryFailed("The mail server refused it with " + code + ".", code >= 500, failure);
        }
        String reason = failure instanceof SendFailedException
                ? "The mail server did not take it."
                : "The mail server cannot be reached.";
        return new DeliveryFailed(reason, false, failure);
    }

    /** The number with which the recipient or the content was refused, somewhere down the chain. */
    private static Optional<Integer> code(MessagingException failure) {
        Exception next = failure;
        Optional<Integer> found = Optional.empty();
        while (next instanceof MessagingException messaging) {
            if (messaging instanceof SMTPAddressFailedException address) {
                return Optional.of(address.getReturnCode());
            }
            if (messaging instanceof SMTPSendFailedException content
                    && !(content.getNextException() instanceof SMTPSenderFailedException)) {
                found = Optional.of(content.getReturnCode());
            }
            next = messaging.getNextException();
        }
        return found;
    }

    private static Properties properties(SmtpConfig config) {
        Properties properties = new Properties();
        String prefix = "mail.smtp.";
        properties.put("mail.transport.protocol.rfc822", "smtp");
        properties.put(prefix + "host", config.host());
        properties.put(prefix + "port", String.valueOf(config.port()));
        properties.put(prefix + "auth", String.valueOf(config.login().isPresent()));
        properties.put(prefix + "starttls.enable", String.valueOf(config.security() == SmtpConfig.Security.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(config.security() == SmtpConfig.Security.STARTTLS));
        properties.put(prefix + "ssl.enable", String.valueOf(config.security() == SmtpConfig.Security.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.put(prefix + "timeout", TIMEOUT_MILLIS);
        properties.put(prefix + "writetimeout", TIMEOUT_MILLIS);
        // Once the mail is taken, how the server says goodbye is no failure: it would be sent again (NO-1).
        properties.put(prefix + "quitwait", "false");
        properties.put("mail.mime.allowutf8", "true");
        return properties;
    }

    private static Authenticator login(SmtpConfig.Login login) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(login.user(), login.password());
            }
        };
    }
}

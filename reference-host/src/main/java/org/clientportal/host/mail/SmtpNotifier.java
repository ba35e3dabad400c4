package org.clientportal.host.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Notifier;
import org.clientportal.host.config.SmtpConfig;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * Hands mails to a mail server. What it refuses for good (5xx to the recipient or the content) is permanent; that it cannot
 * be reached, does not know us, is busy or takes too long is not. Reasons hold the server's number, never its words: they may
 * quote the address. However the server behaves, a mail takes less time than a message is claimed for. Thread-safe.
 */
public final class SmtpNotifier implements Notifier {
    /** Cuts what takes too long. */
    private static final ScheduledExecutorService TIMER = timer();

    private final SmtpConfig config;
    private final Clock clock;
    private final Patience patience;

    public SmtpNotifier(SmtpConfig config, Clock clock) {
        this(config, clock, Patience.USUAL);
    }

    SmtpNotifier(SmtpConfig config, Clock clock, Patience patience) {
        this.config = config;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public void send(Mail mail) throws DeliveryFailed {
        try (MailLine line = new MailLine(patience, TIMER)) {
            Session session = session(line);
            try {
                line.send(session, config, MimeMail.of(session, mail, config.from(), clock.instant()));
            } catch (MessagingException e) {
                throw line.wasCut() ? new DeliveryFailed("The mail server took too long.", false, e) : failed(e);
            }
        }
    }

    private static DeliveryFailed failed(MessagingException failure) {
        // A server that hangs up in good order instead of replying has no number.
        Optional<Integer> refusal = code(failure).filter(code -> code > 0);
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

    /** Of one delivery: what makes its connection is among the properties. */
    private Session session(MailLine line) {
        Properties properties = new Properties();
        String prefix = "mail.smtp.";
        properties.put(prefix + "auth", String.valueOf(config.login().isPresent()));
        properties.put(prefix + "starttls.enable", String.valueOf(config.security() == SmtpConfig.Security.STARTTLS));
        properties.put(prefix + "starttls.required", String.valueOf(config.security() == SmtpConfig.Security.STARTTLS));
        properties.put(prefix + "ssl.enable", String.valueOf(config.security() == SmtpConfig.Security.TLS));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "socketFactory", line);
        properties.put(prefix + "socketFactory.fallback", "false");
        properties.put(prefix + "connectiontimeout", String.valueOf(Patience.millis(patience.reply())));
        properties.put(prefix + "timeout", String.valueOf(Patience.millis(patience.reply())));
        // Once the mail is taken, how the server says goodbye is no failure: it would be sent again (NO-1).
        properties.put(prefix + "quitwait", "false");
        properties.put("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    private static ScheduledExecutorService timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "mail-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}

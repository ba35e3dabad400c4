package org.clientportal.host.config;

import java.util.Optional;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.contact.EmailAddress;

/**
 * The mail server that takes our mails.
 *
 * @param login user and password, if it asks for them
 * @param from the address that mails come from
 */
public record SmtpConfig(String host, int port, Security security, Optional<Login> login, EmailAddress from) {
    /** How the connection is protected. */
    public enum Security {
        /** Begun in the clear and turned to TLS, or given up. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        /** In the clear: to a server on this machine only. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /** Whom the mail server knows us as. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return user;
        }
    }

    static Optional<SmtpConfig> of(Values values) {
        return values.text(Key.SMTP_HOST).map(host -> {
            Security security = values.choice(Key.SMTP_SECURITY, Security.class);
            return new SmtpConfig(
                    host,
                    values.text(Key.SMTP_PORT).isPresent() ? values.number(Key.SMTP_PORT, 1, 65_535) : security.port,
                    security,
                    values.text(Key.SMTP_USER).map(user -> new Login(user, password(values))),
                    from(values));
        });
    }

    private static String password(Values values) {
        return values.secret(Key.SMTP_PASSWORD_FILE)
                .orElseThrow(() -> new WrongConfiguration(Key.SMTP_PASSWORD_FILE, "is required with smtp.user"));
    }

    private static EmailAddress from(Values values) {
        String text = values.required(Key.SMTP_FROM);
        try {
            return new EmailAddress(text);
        } catch (InvalidValue e) {
            throw new WrongConfiguration(Key.SMTP_FROM, "must be an email address, not " + text);
        }
    }
}

package org.clientportal.host.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.clientportal.core.notify.Notifier;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.mail.EmlNotifier;
import org.clientportal.host.mail.Mailbox;
import org.clientportal.host.mail.SmtpNotifier;

/** Where mails go: to the mail server, or without one into a folder. */
final class MailModule extends AbstractModule {
    @Provides
    @Singleton
    Notifier notifier(HostConfig config, Clock clock) {
        if (config.smtp().isPresent()) {
            return new SmtpNotifier(config.smtp().get(), clock);
        }
        try {
            return new EmlNotifier(mails(config), clock);
        } catch (IOException e) {
            throw new StartFailure("the folder of the mails cannot be written: " + mails(config), e);
        }
    }

    @Provides
    Mailbox mailbox(HostConfig config) {
        return new Mailbox(mails(config));
    }

    private static Path mails(HostConfig config) {
        return config.data().resolve("mails");
    }
}

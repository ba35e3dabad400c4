package org.clientportal.testkit;

import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.notify.Notice;
import org.clientportal.core.secret.Credential;

/** Words a message by its kind, with the link and the code on lines of their own, for tests to read. */
public final class PlainMessages implements Messages {
    @Override
    public Mail render(Notice notice) {
        String text =
                notice.credential().map(credential -> lines(notice, credential)).orElse(notice.kind());
        return new Mail(
                notice.id(),
                notice.practice().name(),
                notice.to().name(),
                notice.to().email(),
                notice.kind(),
                text,
                text);
    }

    private static String lines(Notice notice, Credential credential) {
        String link = notice.practice().origin().resolve("/in/" + credential.token());
        return notice.kind() + "\n" + link
                + credential.code().map(code -> "\n" + code).orElse("");
    }
}

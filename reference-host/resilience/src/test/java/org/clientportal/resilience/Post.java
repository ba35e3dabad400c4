package org.clientportal.resilience;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail server of a test, which takes whatever it is sent. */
final class Post implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4} ?\\d{4})\\b");

    private static final Pattern LINK = Pattern.compile("/in/([\\w.-]+)");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    Post() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** The texts of the mails to an address, oldest first. */
    List<String> to(String email) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(email))
                .map(Post::text)
                .toList();
    }

    /** Forgets all mails up to now. */
    void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret of the link in the newest mail to an address, once there are so many. */
    String token(String email, int count) {
        return found(LINK, email, count);
    }

    /** The code in the newest mail to an address, once there are so many. */
    String code(String email, int count) {
        return found(CODE, email, count);
    }

    private String found(Pattern pattern, String email, int count) {
        HostProcess.await("mail " + count + " to " + email, () -> to(email).size() >= count);
        Matcher matcher = pattern.matcher(to(email).get(count - 1));
        if (!matcher.find()) {
            throw new AssertionError("not in the mail to " + email + ": " + pattern);
        }
        return matcher.group(1);
    }

    private static jakarta.mail.Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

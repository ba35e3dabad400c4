package org.clientportal.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Notifier;
import org.clientportal.model.contact.EmailAddress;

/** Keeps what it is given, or fails as told. Thread-safe. */
public final class RecordingNotifier implements Notifier {
    private final List<Mail> sent = new CopyOnWriteArrayList<>();
    private volatile boolean down;
    private volatile boolean refusing;

    @Override
    public void send(Mail mail) throws DeliveryFailed {
        if (down) {
            throw new DeliveryFailed("the mail server is down", false, new IllegalStateException("down"));
        }
        if (refusing) {
            throw new DeliveryFailed("no such mailbox", true, new IllegalStateException("refused"));
        }
        sent.add(mail);
    }

    /** From now on every mail fails, or none. */
    public void setDown(boolean isDown) {
        down = isDown;
    }

    /** From now on every mail is refused for good, or none. */
    public void setRefusing(boolean isRefusing) {
        refusing = isRefusing;
    }

    public List<Mail> sent() {
        return List.copyOf(sent);
    }

    /** What went to one address, the oldest first. */
    public List<Mail> sentTo(String address) {
        EmailAddress wanted = new EmailAddress(address);
        return sent.stream().filter(mail -> mail.to().equals(wanted)).toList();
    }
}

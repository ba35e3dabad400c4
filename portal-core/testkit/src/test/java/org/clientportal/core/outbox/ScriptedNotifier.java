package org.clientportal.core.outbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Notifier;

/** A notifier that does with each mail what a test says, and keeps those that it accepted. */
final class ScriptedNotifier implements Notifier {
    private final List<Mail> accepted = new CopyOnWriteArrayList<>();
    private volatile Notifier script = mail -> {};

    @Override
    public void send(Mail mail) throws DeliveryFailed {
        script.send(mail);
        accepted.add(mail);
    }

    void does(Notifier next) {
        script = next;
    }

    void accepts() {
        script = mail -> {};
    }

    void isDown() {
        script = mail -> {
            throw new DeliveryFailed("The mail server cannot be reached.", false, new IllegalStateException("down"));
        };
    }

    void refuses() {
        script = mail -> {
            throw new DeliveryFailed("550 no such mailbox", true, new IllegalStateException("refused"));
        };
    }

    /** The kinds of the mails that were accepted, in order. */
    List<String> accepted() {
        return accepted.stream().map(Mail::subject).toList();
    }

    List<Mail> mails() {
        return List.copyOf(accepted);
    }
}

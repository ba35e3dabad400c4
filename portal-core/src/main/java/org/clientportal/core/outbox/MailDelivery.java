package org.clientportal.core.outbox;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.Actors;
import org.clientportal.core.notify.DeliveryFailed;
import org.clientportal.core.notify.Mail;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.notify.Notice;
import org.clientportal.core.notify.Notifier;
import org.clientportal.core.secret.Credential;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Practice;
import org.clientportal.storage.SystemUnit.Owned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers messages to people: decides again who gets them, words them with what is true now, sends them. Thread-safe.
 */
public final class MailDelivery implements Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);

    private final Units units;
    private final SecretBox box;
    private final Messages messages;
    private final Notifier notifier;

    public MailDelivery(Units units, SecretBox box, Messages messages, Notifier notifier) {
        this.units = units;
        this.box = box;
        this.messages = messages;
        this.notifier = notifier;
    }

    /** All that is read for one message, in one unit; wording and sending happen after it. */
    private record Loaded(Practice practice, Addressee.Decision decision, Optional<Client> client) {}

    @Override
    public Outcome deliver(Owned<OutboxMessage> owned, Instant now) {
        OutboxMessage message = owned.item();
        Loaded loaded = units.read(Actors.system(owned.practice()), reading -> load(reading, message, now));
        if (loaded.decision() instanceof Addressee.Ends end) {
            return end.outcome();
        }
        Mail mail;
        try {
            mail = messages.render(notice(message, loaded));
        } catch (RuntimeException e) {
            String problem = Fault.of(e);
            LOG.error("Message {} ({}) cannot be worded: {}", message.id(), message.kind(), problem);
            return Outcome.failed("It could not be worded: " + problem);
        }
        return send(mail);
    }

    private static Loaded load(Reading reading, OutboxMessage message, Instant now) {
        Practice practice = reading.practice();
        return new Loaded(
                practice,
                new Addressee(reading.view(), practice, message, now).decide(),
                message.client().flatMap(reading.view().clients()::find));
    }

    private Notice notice(OutboxMessage message, Loaded loaded) {
        Addressee.Goes goes = (Addressee.Goes) loaded.decision();
        return new Notice(
                message.id(),
                message.kind(),
                loaded.practice(),
                goes.recipient(),
                loaded.client(),
                message.values(),
                message.sealedSecret().map(secret -> Credential.parse(box.open(message.id(), secret))));
    }

    private Outcome send(Mail mail) {
        try {
            notifier.send(mail);
            return Outcome.sent();
        } catch (DeliveryFailed e) {
            return e.permanent() ? Outcome.bounced(e.reason()) : Outcome.again(e.reason());
        }
    }
}

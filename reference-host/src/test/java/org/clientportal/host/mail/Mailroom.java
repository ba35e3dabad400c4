package org.clientportal.host.mail;

import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Ids;
import org.clientportal.core.access.Policy;
import org.clientportal.core.outbox.DeliveryListener;
import org.clientportal.core.outbox.Dispatcher;
import org.clientportal.core.outbox.MailDelivery;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.core.unit.Effects;
import org.clientportal.core.unit.Units;
import org.clientportal.host.config.SmtpConfig;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.PortalStorage;
import org.clientportal.testkit.PlainMessages;
import org.clientportal.testkit.World;

/** A practice with messages in its outbox, and nodes that send them over SMTP, by a clock that the test sets. */
final class Mailroom {
    final World world;

    Mailroom(PortalStorage storage) {
        world = new World(storage);
    }

    /** One node, which does what is due when it is told to. */
    final class Node {
        private final Units units;
        private final Dispatcher dispatcher;

        /** @param storage its own, or one that it shares with others */
        Node(PortalStorage storage, int smtpPort) {
            units = new Units(
                    storage, world.clock(), Ids.timeOrdered(), Policy.published(), new Effects(false, () -> {}));
            SmtpConfig server = new SmtpConfig(
                    "127.0.0.1",
                    smtpPort,
                    SmtpConfig.Security.NONE,
                    Optional.empty(),
                    new EmailAddress("portal@firm.example"));
            dispatcher = new Dispatcher(
                    units,
                    new MailDelivery(
                            units,
                            new SecretBox(world.keys()),
                            new PlainMessages(),
                            new SmtpNotifier(server, world.clock())),
                    DeliveryListener.NONE);
        }

        /** Sends what is due, and tells how many messages it tried. */
        int deliver() {
            int tried = 0;
            while (dispatcher.deliverNext(Lane.SIGN_IN, units.now())) {
                tried++;
            }
            return tried;
        }
    }

    /** Queues a message to somebody, due now. */
    MessageId queue(Actor to) {
        Units units = world.portal().units();
        return units.write(world.admin(), work -> {
            MessageId id = new MessageId(work.newId());
            work.send(new OutboxMessage(
                    id,
                    Lane.SIGN_IN,
                    "invitation",
                    Optional.of(to.principal()),
                    Optional.empty(),
                    Map.of(),
                    Optional.empty(),
                    work.now(),
                    work.now(),
                    Optional.empty(),
                    DeliveryState.QUEUED,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    0));
            return id;
        });
    }

    OutboxMessage stored(MessageId id) {
        return world.portal()
                .units()
                .read(world.admin(), work -> work.view().outbox().find(id).orElseThrow());
    }

    /** As it stands in the mail. */
    static String messageId(MessageId id) {
        return "<" + id + "@firm.example>";
    }
}

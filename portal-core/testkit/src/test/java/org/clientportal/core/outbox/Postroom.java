package org.clientportal.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.clientportal.core.Actor;
import org.clientportal.core.Ids;
import org.clientportal.core.access.Policy;
import org.clientportal.core.event.PortalListener;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.secret.Credential;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.core.unit.Effects;
import org.clientportal.core.unit.Units;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.PortalStorage;
import org.clientportal.testkit.PlainMessages;
import org.clientportal.testkit.World;

/** A world with a dispatcher at work in it, and everything that it hands messages to. */
final class Postroom {
    static final String TOKEN = "TheTokenOfTheLinkThatNobodyElseMaySee";

    final World world;
    final ScriptedNotifier notifier = new ScriptedNotifier();
    final List<PortalListener> listeners = new CopyOnWriteArrayList<>();
    final List<DeliveryState> tries = new CopyOnWriteArrayList<>();
    final Units units;
    private final SecretBox box = new SecretBox(KeyRing.random("k1"));
    private Messages messages = new PlainMessages();

    /** On a storage of its own: what one test leaves in the outbox is nobody else's to deliver. */
    Postroom(PortalStorage storage) {
        world = new World(storage);
        units = new Units(storage, world.clock(), Ids.timeOrdered(), Policy.published(), new Effects(true, () -> {}));
    }

    void wording(Messages changed) {
        messages = changed;
    }

    /** One node's worker for a lane. */
    Dispatcher dispatcher(Lane lane) {
        Delivery delivery =
                lane == Lane.EVENT ? new Listeners(listeners) : new MailDelivery(units, box, messages, notifier);
        return new Dispatcher(units, delivery, (tried, kind, state) -> tries.add(state));
    }

    /** Delivers what is due now; tells how many messages were tried. */
    int deliver(Lane lane) {
        return deliver(dispatcher(lane), lane);
    }

    /** Has one node deliver what is due now. */
    int deliver(Dispatcher dispatcher, Lane lane) {
        int tried = 0;
        while (dispatcher.deliverNext(lane, units.now())) {
            tried++;
        }
        return tried;
    }

    /** A contact that signs in to the portal, of one client. */
    Actor.Contact customer(String name, Client client) {
        Actor.Contact contact = (Actor.Contact) world.contact(name, client);
        change(contact, old -> old.withAccess(PortalAccess.NONE.signedIn(units.now())));
        return contact;
    }

    void change(Actor.Contact contact, UnaryOperator<Contact> change) {
        ContactId id = contact.id();
        units.write(world.admin(), work -> {
            Contact old = work.unit().contacts().lock(id);
            return work.unit().contacts().update(change.apply(old));
        });
    }

    /** A message that waits in the outbox. */
    final class Queued {
        private final MessageId id = new MessageId(Ids.timeOrdered().next(units.now()));
        private final Lane lane;
        private final String kind;
        private final Actor to;
        private Optional<Client> client = Optional.empty();
        private Optional<String> sealed = Optional.empty();
        private Optional<Instant> expires = Optional.empty();

        private Queued(Lane lane, String kind, Actor to) {
            this.lane = lane;
            this.kind = kind;
            this.to = to;
        }

        Queued about(Client concerned) {
            client = Optional.of(concerned);
            return this;
        }

        /** With a link in it that lasts this long. */
        Queued withLink(Duration lasting) {
            sealed = Optional.of(box.seal(id, new Credential(TOKEN, Optional.of("12345678")).text()));
            expires = Optional.of(units.now().plus(lasting));
            return this;
        }

        MessageId commit() {
            units.write(world.admin(), work -> {
                work.send(new OutboxMessage(
                        id,
                        lane,
                        kind,
                        Optional.of(to.principal()),
                        client.map(Client::id),
                        Map.of(),
                        sealed,
                        work.now(),
                        work.now(),
                        expires,
                        DeliveryState.QUEUED,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        0));
                return true;
            });
            return id;
        }
    }

    Queued message(Lane lane, String kind, Actor to) {
        return new Queued(lane, kind, to);
    }

    /** A link to sign in with, good for ten minutes. */
    MessageId link(Actor to) {
        return message(Lane.SIGN_IN, "magic_link", to)
                .withLink(Duration.ofMinutes(10))
                .commit();
    }

    /** A message of the urgent lane that does not expire. */
    MessageId security(String kind, Actor to) {
        return message(Lane.SIGN_IN, kind, to).commit();
    }

    OutboxMessage stored(MessageId id) {
        return units.read(world.admin(), work -> work.view().outbox().find(id).orElseThrow());
    }
}

package org.clientportal.core.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** What did not reach the contacts it was for, for staff to see (NO-1, IN-10). Thread-safe. */
public final class Undelivered {
    private final Units units;

    public Undelivered(Units units) {
        this.units = units;
    }

    /**
     * A message and whom it was for.
     *
     * @param grants the person's living clients in reach, by name
     */
    public record Line(OutboxMessage message, Contact contact, List<Grant> grants) {
        public Line {
            grants = List.copyOf(grants);
        }
    }

    /**
     * Messages to contacts in one state, the newest first: only the newest of its kind to each person, for an older one was
     * sent again since. Members see those to contacts of clients in their reach; a page may hold fewer than asked for.
     *
     * @param state FAILED or BOUNCED, as a rule
     */
    public Page<Line> list(Actor actor, DeliveryState state, PageRequest page) {
        return units.read(actor, work -> {
            Firm firm = work.firm();
            Page<OutboxMessage> messages = work.view().outbox().list(state, page);
            Set<ContactId> ids = messages.items().stream()
                    .flatMap(message -> contact(message).stream())
                    .collect(Collectors.toSet());
            Map<ContactId, Contact> contacts = work.view().contacts().findAll(ids);
            Map<ContactId, List<Grant>> grants = work.view().assignments().grantsOf(ids);
            Set<OutboxMessage> newest = newest(work, messages.items());
            List<Line> lines = messages.items().stream()
                    .filter(newest::contains)
                    .flatMap(message -> contact(message)
                            .flatMap(id -> Optional.ofNullable(contacts.get(id)))
                            .filter(Contact::isLiving)
                            .map(contact -> new Line(
                                    message, contact, reached(firm, grants.getOrDefault(contact.id(), List.of()))))
                            .stream())
                    .filter(line -> firm.admin() || !line.grants().isEmpty())
                    .toList();
            return new Page<>(lines, messages.next());
        });
    }

    private static Set<OutboxMessage> newest(Reading work, List<OutboxMessage> messages) {
        Map<String, Set<Principal>> people = messages.stream()
                .filter(message -> message.to().isPresent())
                .collect(Collectors.groupingBy(
                        OutboxMessage::kind,
                        Collectors.mapping(message -> message.to().orElseThrow(), Collectors.toSet())));
        Set<OutboxMessage> newest = new HashSet<>();
        people.forEach((kind, to) ->
                newest.addAll(work.view().outbox().newest(kind, to).values()));
        return newest;
    }

    private static List<Grant> reached(Firm firm, List<Grant> grants) {
        return grants.stream()
                .filter(grant ->
                        grant.client().isLiving() && firm.reaches(grant.client().id()))
                .toList();
    }

    private static Optional<ContactId> contact(OutboxMessage message) {
        return message.to().flatMap(Principal::contact);
    }
}

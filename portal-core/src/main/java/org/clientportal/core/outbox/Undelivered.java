package org.clientportal.core.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientportal.core.Actor;
import org.clientportal.core.access.Firm;
import org.clientportal.core.unit.Reading;
import org.clientportal.core.unit.Units;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.Page;
import org.clientportal.storage.PageRequest;

/** What did not reach whom it was for, for staff to see (NO-1, IN-10). Thread-safe. */
public final class Undelivered {
    private final Units units;

    public Undelivered(Units units) {
        this.units = units;
    }

    /**
     * A message, and how the person is called today whom it was for: a contact, or somebody of the staff.
     *
     * @param grants a contact's living clients in reach, by name
     */
    public record Line(OutboxMessage message, String name, Optional<EmailAddress> email, List<Grant> grants) {
        public Line {
            grants = List.copyOf(grants);
        }
    }

    /**
     * Messages in one state, the newest first: only the newest of its kind to each person, for an older one was sent again
     * since. Members see those to contacts of clients in their reach, administrators also those to staff; a page may hold
     * fewer than asked for.
     *
     * @param state FAILED or BOUNCED, as a rule
     */
    public Page<Line> list(Actor actor, DeliveryState state, PageRequest page) {
        return units.read(actor, work -> {
            Firm firm = work.firm();
            Page<OutboxMessage> messages = work.view().outbox().list(state, page);
            Set<OutboxMessage> newest = newest(work, messages.items());
            People people = People.of(work, messages.items());
            List<Line> lines = messages.items().stream()
                    .filter(newest::contains)
                    .flatMap(message -> people.line(firm, message).stream())
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

    /** Whom a page of messages was for, as they are now. */
    private record People(
            Map<ContactId, Contact> contacts, Map<ContactId, List<Grant>> grants, Map<StaffId, StaffMember> staff) {
        static People of(Reading work, List<OutboxMessage> messages) {
            Set<ContactId> contacts = ids(messages, Principal::contact);
            Set<StaffId> staff = ids(messages, Principal::staff);
            return new People(
                    work.view().contacts().findAll(contacts),
                    work.view().assignments().grantsOf(contacts),
                    work.view().staff().findAll(staff));
        }

        /** Absent: whoever asks may not know of it, or the person is gone. */
        Optional<Line> line(Firm firm, OutboxMessage message) {
            Optional<Line> ofStaff = to(message, Principal::staff, staff)
                    .filter(member -> firm.admin())
                    .map(member -> new Line(message, member.name(), Optional.of(member.email()), List.of()));
            return ofStaff.or(() -> to(message, Principal::contact, contacts)
                    .filter(Contact::isLiving)
                    .map(contact ->
                            new Line(message, contact.name().orElse(""), contact.email(), reached(firm, contact.id())))
                    .filter(line -> firm.admin() || concerns(firm, line)));
        }

        private static boolean concerns(Firm firm, Line line) {
            return line.message().client().map(firm::reaches).orElse(true)
                    && !line.grants().isEmpty();
        }

        private List<Grant> reached(Firm firm, ContactId contact) {
            return grants.getOrDefault(contact, List.of()).stream()
                    .filter(grant -> grant.client().isLiving()
                            && firm.reaches(grant.client().id()))
                    .toList();
        }

        private static <I> Set<I> ids(List<OutboxMessage> messages, Function<Principal, Optional<I>> id) {
            return messages.stream()
                    .flatMap(message -> message.to().flatMap(id).stream())
                    .collect(Collectors.toSet());
        }

        private static <I, P> Optional<P> to(
                OutboxMessage message, Function<Principal, Optional<I>> id, Map<I, P> people) {
            return message.to().flatMap(id).flatMap(whose -> Optional.ofNullable(people.get(whose)));
        }
    }
}

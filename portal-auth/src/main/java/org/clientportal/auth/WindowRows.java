package org.clientportal.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.outbox.OutboxMessage;

/** Reads the rows of the invitation window in three look-ups, however many they are. */
final class WindowRows {
    private WindowRows() {}

    static InvitationWindow read(Reading reading, ClientId client) {
        List<Assignment> assignments = reading.view().assignments().ofClient(client);
        Set<ContactId> ids = assignments.stream().map(a -> a.id().contact()).collect(Collectors.toSet());
        Map<ContactId, Contact> contacts = reading.view().contacts().findAll(ids);
        Map<Principal, OutboxMessage> mails = reading.view()
                .outbox()
                .newest(Invitations.MAIL, ids.stream().map(Principal::of).collect(Collectors.toSet()));
        List<InvitationWindow.Row> rows = assignments.stream()
                .flatMap(assignment -> Optional.ofNullable(
                                contacts.get(assignment.id().contact()))
                        .stream()
                        .filter(Contact::isLiving)
                        .map(contact -> row(
                                reading,
                                assignment,
                                contact,
                                Optional.ofNullable(mails.get(Principal.of(contact.id()))))))
                .toList();
        return new InvitationWindow(reading.practice().settings().invitationText(), rows);
    }

    private static InvitationWindow.Row row(
            Reading reading, Assignment assignment, Contact contact, Optional<OutboxMessage> mail) {
        return new InvitationWindow.Row(
                contact.id(),
                contact.name().orElse(""),
                contact.email(),
                assignment.relationship(),
                assignment.main(),
                contact.access().at(reading.now()),
                contact.email().isPresent() && contact.access().canInvite() && !assignment.suspended(),
                contact.access().invitedAt(),
                contact.access().invitationEnds(),
                mail.map(message -> new InvitationWindow.Delivery(message.state(), message.failure())));
    }
}

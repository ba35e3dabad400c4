package org.clientportal.core.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.notify.Recipient;
import org.clientportal.model.Principal;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.storage.ReadView;

/** Decides at the moment of sending whether a message still goes to its recipient, and where (NO-1, NO-4). */
final class Addressee {
    /** What was decided. */
    sealed interface Decision {}

    /** It still goes there. */
    record Goes(Recipient recipient) implements Decision {}

    /** It goes nowhere. */
    record Ends(Outcome outcome) implements Decision {}

    private static final String GONE = "The recipient is gone.";
    private static final String NO_ACCESS = "The recipient has no access any more.";
    private static final String NO_EMAIL = "The recipient has no email address.";

    private final ReadView view;
    private final Practice practice;
    private final OutboxMessage message;
    private final Instant now;

    Addressee(ReadView view, Practice practice, OutboxMessage message, Instant now) {
        this.view = view;
        this.practice = practice;
        this.message = message;
        this.now = now;
    }

    Decision decide() {
        Optional<ContactId> contact = message.to().flatMap(Principal::contact);
        Optional<StaffId> staff = message.to().flatMap(Principal::staff);
        if (contact.isPresent()) {
            return view.contacts()
                    .find(contact.get())
                    .filter(Contact::isLiving)
                    .<Decision>map(this::person)
                    .orElse(new Ends(Outcome.dropped(GONE)));
        }
        if (staff.isPresent()) {
            return view.staff()
                    .find(staff.get())
                    .filter(StaffMember::active)
                    .<Decision>map(this::member)
                    .orElse(new Ends(Outcome.dropped(GONE)));
        }
        return new Ends(Outcome.failed("Nobody who could be written to."));
    }

    private Decision person(Contact contact) {
        if (!mayHear(contact)) {
            return new Ends(Outcome.dropped(NO_ACCESS));
        }
        if (contact.email().isEmpty()) {
            return new Ends(Outcome.failed(NO_EMAIL));
        }
        Contact.Profile profile = contact.profile().orElseThrow();
        return new Goes(new Recipient(
                profile.name(),
                contact.email().get(),
                profile.locale().orElse(practice.locale()),
                profile.zone().orElse(practice.zone())));
    }

    /**
     * A notice goes to whoever may enter and has business there; a link goes to everybody but those who lost all access;
     * a security notice always goes.
     */
    private boolean mayHear(Contact contact) {
        if (message.lane() == Lane.NOTICE) {
            return contact.access().opens(practice.settings().admission(), now) && grants(contact.id());
        }
        return message.sealedSecret().isEmpty() || contact.access().stored() != AccessState.REVOKED;
    }

    private boolean grants(ContactId contact) {
        return view.assignments().grantsOf(Set.of(contact)).getOrDefault(contact, List.of()).stream()
                .filter(Grant::isEffective)
                .map(grant -> grant.client().id())
                .anyMatch(this::concerns);
    }

    private Decision member(StaffMember member) {
        boolean reaches = message.client().map(member::reaches).orElse(true);
        if (message.lane() == Lane.NOTICE && !reaches) {
            return new Ends(Outcome.dropped(NO_ACCESS));
        }
        return new Goes(new Recipient(member.name(), member.email(), practice.locale(), practice.zone()));
    }

    private boolean concerns(ClientId client) {
        return message.client().map(client::equals).orElse(true);
    }
}

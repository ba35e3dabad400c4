package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.model.contact.PortalAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Contacts, living and erased. */
public abstract class ContactsSuite extends FoundRecordSuite<ContactId, Contact> {
    protected ContactsSuite() {}

    @Override
    final RecordReader<ContactId, Contact> reader(ReadView view) {
        return view.contacts();
    }

    @Override
    final RecordStore<ContactId, Contact> store(WriteUnit unit) {
        return unit.contacts();
    }

    @Override
    final ContactId idOf(Contact contact) {
        return contact.id();
    }

    @Override
    final Contact sample() {
        return samples.contact("Joe Doe");
    }

    @Override
    final List<Contact> varieties() {
        PortalAccess invited =
                PortalAccess.NONE.invited(Optional.of(new StaffId(UUID.randomUUID())), Samples.NOW.plusNanos(1000));
        Contact.Profile full = new Contact.Profile(
                Texts.STRANGE,
                Optional.of(new EmailAddress("Zoë.O'Brien+Tag@Bücher.example")),
                Optional.of(new PhoneNumber("+1 (512) 555-0123")),
                Optional.of(Locale.forLanguageTag("pt-BR")),
                Optional.of(ZoneId.of("America/Argentina/Buenos_Aires")));
        return List.of(
                sample(),
                sample().changed(full, false),
                sample().withAccess(invited),
                sample().withAccess(invited.signedIn(Samples.NOW.plusSeconds(1))),
                sample().withAccess(PortalAccess.NONE.revoked()),
                With.externalId(sample(), Texts.ofLength(200)),
                sample().erased(900_000, Samples.NOW.plusSeconds(2)));
    }

    @Override
    final Contact changed(Contact contact) {
        return contact.withAccess(contact.access().signedIn(Samples.NOW.plusSeconds(60)));
    }

    @Override
    final Contact twin(Contact contact) {
        return contact.changed(Contact.Profile.of("Twin", Optional.empty()), true);
    }

    @Test
    @DisplayName("STO-10 an email finds the living contact of this practice only, however it is written")
    void emailsBelongToOnePractice() {
        Contact joe = stored(samples.contact("Joe", "Joe.Doe@Example.com"));
        EmailAddress email = new EmailAddress("jOE.dOE@eXAMPLE.COM");

        see(view -> assertThat(view.contacts().findByEmail(email)).contains(joe));
        see(view -> assertThat(view.contacts().findByEmail(new EmailAddress("joedoe@example.com")))
                .isEmpty());
        see(
                storedPractice().scope(),
                view -> assertThat(view.contacts().findByEmail(email)).isEmpty());
    }

    @Test
    @DisplayName("STO-12 two practices may have contacts with the same email and external id")
    void practicesShareEmails() {
        stored(samples.contact("Joe", "joe@example.com"));
        stored(With.externalId(sample(), "4711"));
        Samples elsewhere = storedPractice();
        Contact theirs = elsewhere.contact("Joe", "joe@example.com");
        Contact alsoTheirs = With.externalId(sample(), "4711");

        change(elsewhere.scope(), unit -> {
            unit.contacts().insert(theirs);
            unit.contacts().insert(alsoTheirs);
        });

        see(elsewhere.scope(), view -> {
            assertThat(view.contacts().findByEmail(new EmailAddress("joe@example.com")))
                    .contains(theirs);
            assertThat(view.contacts().findByExternalId("4711")).contains(alsoTheirs);
        });
    }

    @Test
    @DisplayName("STO-16 an erased contact's email is free, and no look-up but the one by id finds the tombstone")
    void anErasedContactFreesItsEmail() {
        Contact joe = stored(samples.contact("Joe", "joe@example.com"));
        Contact tombstone = write(unit -> unit.contacts().update(joe.erased(1, Samples.NOW)));
        EmailAddress email = new EmailAddress("joe@example.com");
        see(view -> assertThat(view.contacts().findByEmail(email)).isEmpty());

        Contact again = stored(samples.contact("Joe again", "joe@example.com"));

        see(view -> assertThat(view.contacts().findByEmail(email)).contains(again));
        assertStored(tombstone);
    }

    @Test
    @DisplayName("STO-16 a changed email is found by the new one and frees the old")
    void aChangedEmailFreesTheOld() {
        Contact joe = stored(samples.contact("Joe", "joe@example.com"));
        Contact.Profile moved = Contact.Profile.of("Joe", Optional.of(new EmailAddress("joe@new.example")));
        Contact changed = write(unit -> unit.contacts().update(joe.changed(moved, true)));

        Contact other = stored(samples.contact("Other Joe", "joe@example.com"));

        see(view -> {
            assertThat(view.contacts().findByEmail(new EmailAddress("joe@new.example")))
                    .contains(changed);
            assertThat(view.contacts().findByEmail(new EmailAddress("joe@example.com")))
                    .contains(other);
        });
    }

    @Test
    @DisplayName("STO-16 any number of contacts may have no email")
    void contactsWithoutEmailAreNotAlike() {
        Contact one = stored(sample());
        Contact two = stored(sample());

        assertStored(one);
        assertStored(two);
    }

    @Test
    @DisplayName("STO-13 the highest pseudonym is that of this practice's tombstones, or 0")
    void pseudonymsAreCounted() {
        see(view -> assertThat(view.contacts().highestPseudonym()).isZero());
        stored(sample());
        stored(sample().erased(2, Samples.NOW));
        stored(sample().erased(10, Samples.NOW));
        Samples elsewhere = storedPractice();
        change(elsewhere.scope(), unit -> unit.contacts().insert(sample().erased(99, Samples.NOW)));

        see(view -> assertThat(view.contacts().highestPseudonym()).isEqualTo(10));
    }
}

package org.clientportal.model.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final Instant NOW = Instant.parse("2026-05-15T16:00:00Z");

    @Test
    @Tag("rule:CC-9")
    void needsANameAndNothingElse() {
        Contact.Profile profile = Contact.Profile.of(" Jane ", Optional.empty());
        assertThat(profile.name()).isEqualTo("Jane");
        assertThat(profile.phone()).isEmpty();
        assertThat(catchThrowableOfType(InvalidValue.class, () -> Contact.Profile.of("  ", Optional.empty()))
                        .code())
                .isEqualTo("required");
    }

    @Test
    @Tag("rule:DE-2")
    void aTombstoneHasNoNameEmailPhoneOrExternalId() {
        // given
        Contact.Profile profile = new Contact.Profile(
                "Jane",
                Optional.of(new EmailAddress("jane@example.com")),
                Optional.of(new PhoneNumber("+15125550123")),
                Optional.of(Locale.US),
                Optional.of(ZoneId.of("UTC")));
        Contact living = contact(Optional.of(profile), Optional.empty(), Optional.empty());

        // when
        Contact tombstone = living.erased(3, NOW);

        // then
        assertThat(tombstone.isLiving()).isFalse();
        assertThat(tombstone.mayAct()).isFalse();
        assertThat(tombstone.profile()).isEmpty();
        assertThat(tombstone.name()).isEmpty();
        assertThat(tombstone.email()).isEmpty();
        assertThat(tombstone.externalId()).isEmpty();
        assertThat(tombstone.sortKey()).isEmpty();
        assertThat(tombstone.pseudonym()).contains(3);
        assertThat(tombstone.toString()).doesNotContainIgnoringCase("jane").doesNotContain("5550123");
    }

    @Test
    void isLivingWithAProfileOrATombstoneWithAPseudonym() {
        Optional<Contact.Profile> profile = Optional.of(Contact.Profile.of("Jane", Optional.empty()));
        assertThatThrownBy(() -> contact(Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> contact(profile, Optional.of(NOW), Optional.of(1)))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> contact(Optional.empty(), Optional.of(NOW), Optional.empty()))
                .isInstanceOf(InvalidValue.class);
    }

    private static Contact contact(
            Optional<Contact.Profile> profile, Optional<Instant> deletedAt, Optional<Integer> pseudonym) {
        ContactId id = ContactId.of("00000000-0000-7000-8000-000000000001");
        return new Contact(id, profile, PortalAccess.NONE, true, Optional.of("crm-1"), NOW, deletedAt, pseudonym, 0);
    }
}

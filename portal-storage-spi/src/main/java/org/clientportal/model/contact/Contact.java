package org.clientportal.model.contact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.SortKey;
import org.clientportal.model.Versioned;

/**
 * A person on a client's side (CC-1, CC-9), or the tombstone of one (DE-2).
 *
 * @param profile name, addresses and preferences; absent exactly in a tombstone
 * @param access the way into the portal
 * @param pseudonym the number by which staff tell deleted people apart (DE-3); present exactly in a tombstone
 * @param externalId an embedder's own id, unique among the practice's living contacts (PR-7)
 */
public record Contact(
        ContactId id,
        Optional<Profile> profile,
        PortalAccess access,
        boolean billable,
        Optional<String> externalId,
        Instant createdAt,
        Optional<Instant> deletedAt,
        Optional<Integer> pseudonym,
        long version)
        implements Versioned<Contact> {
    /**
     * What a living contact is known by.
     *
     * @param email for access, mail and invitations; absent: listed, and cannot be invited (IN-5)
     * @param locale absent: the practice's
     * @param zone absent: the practice's
     */
    public record Profile(
            String name,
            Optional<EmailAddress> email,
            Optional<PhoneNumber> phone,
            Optional<Locale> locale,
            Optional<ZoneId> zone) {
        public Profile {
            name = Require.line("name", name, 200);
        }

        /** Just a name and an address. */
        public static Profile of(String name, Optional<EmailAddress> email) {
            return new Profile(name, email, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Just a name and an address. */
        public static Profile of(String name, String email) {
            return of(name, Optional.of(new EmailAddress(email)));
        }
    }

    public Contact {
        externalId = Require.line("externalId", externalId, 200);
        Require.micros("createdAt", createdAt);
        Require.micros("deletedAt", deletedAt);
        boolean tombstone = deletedAt.isPresent();
        Require.that(
                profile.isEmpty() == tombstone && pseudonym.isPresent() == tombstone,
                "contact",
                "half_deleted",
                "must be living with a profile or a tombstone with a pseudonym");
    }

    public boolean isLiving() {
        return deletedAt.isEmpty();
    }

    /** Whether anything can be reached as this person at all: living, and access not removed (DE-2, DE-6). */
    public boolean mayAct() {
        return isLiving() && access.stored() != AccessState.REVOKED;
    }

    public Optional<String> name() {
        return profile.map(Profile::name);
    }

    public Optional<EmailAddress> email() {
        return profile.flatMap(Profile::email);
    }

    /** The folded name by which lists are ordered and searched; empty for a tombstone. */
    public String sortKey() {
        return name().map(SortKey::of).orElse("");
    }

    public Contact withAccess(PortalAccess changed) {
        return new Contact(id, profile, changed, billable, externalId, createdAt, deletedAt, pseudonym, version);
    }

    /** This contact with another profile and billing mark. */
    public Contact changed(Profile newProfile, boolean nowBillable) {
        return new Contact(
                id, Optional.of(newProfile), access, nowBillable, externalId, createdAt, deletedAt, pseudonym, version);
    }

    /** The tombstone: no name, email, phone or external id is left (DE-2). */
    public Contact erased(int number, Instant now) {
        return new Contact(
                id,
                Optional.empty(),
                access.revoked(),
                billable,
                Optional.empty(),
                createdAt,
                Optional.of(now),
                Optional.of(number),
                version);
    }

    @Override
    public Contact withVersion(long next) {
        return new Contact(id, profile, access, billable, externalId, createdAt, deletedAt, pseudonym, next);
    }
}

package org.clientportal.host.api;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.contact.ContactRow;
import org.clientportal.core.contact.Terms;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.AccessState;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.PhoneNumber;
import org.clientportal.model.contact.Relationship;

/** A contact, as the firm sees it. */
record ContactJson(
        ContactId id,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> locale,
        Optional<String> timeZone,
        boolean billable,
        AccessState state,
        Optional<Instant> invitedAt,
        Optional<Instant> lastSignIn,
        Optional<String> externalId,
        List<AssignmentJson> clients,
        long version) {
    /** What a contact may at one client, and what it is to it. */
    record AssignmentJson(
            ClientId clientId,
            String clientName,
            Set<Permission> permissions,
            Relationship relationship,
            boolean main,
            boolean suspended,
            long version) {
        static AssignmentJson of(Grant grant) {
            return new AssignmentJson(
                    grant.client().id(),
                    grant.client().name(),
                    grant.assignment().permissions(),
                    grant.assignment().relationship(),
                    grant.assignment().main(),
                    grant.assignment().suspended(),
                    grant.assignment().version());
        }
    }

    static ContactJson of(ContactRow row, Instant now) {
        Contact contact = row.contact();
        Contact.Profile profile = contact.profile().orElseThrow();
        return new ContactJson(
                contact.id(),
                profile.name(),
                profile.email().map(EmailAddress::typed),
                profile.phone().map(PhoneNumber::value),
                profile.locale().map(Locale::toLanguageTag),
                profile.zone().map(ZoneId::getId),
                contact.billable(),
                contact.access().at(now),
                contact.access().invitedAt(),
                contact.access().lastSignIn(),
                contact.externalId(),
                row.grants().stream().map(AssignmentJson::of).toList(),
                contact.version());
    }

    /** Flags and label as they are sent; absent ones mean base access and OTHER (CC-15). */
    record TermsJson(Optional<Set<Permission>> permissions, Optional<Relationship> relationship) {
        Terms terms() {
            return new Terms(permissions.orElse(Set.of()), relationship.orElse(Relationship.OTHER));
        }
    }
}

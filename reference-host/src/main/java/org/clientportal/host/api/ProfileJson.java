package org.clientportal.host.api;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PhoneNumber;

/** Reads what a person is known by from the texts that were sent. */
final class ProfileJson {
    private ProfileJson() {}

    static Contact.Profile read(
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<String> locale,
            Optional<String> timeZone) {
        return new Contact.Profile(
                name,
                email.map(EmailAddress::new),
                phone.map(PhoneNumber::new),
                locale.map(ProfileJson::locale),
                timeZone.map(ProfileJson::zone));
    }

    private static Locale locale(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            throw new InvalidValue("locale", "malformed_locale", "must look like en-US");
        }
        return locale;
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new InvalidValue("timeZone", "unknown_time_zone", "must look like America/New_York");
        }
    }
}

package org.clientportal.host.web.practice;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.clientportal.host.http.PostedForm;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.PhoneNumber;

/** What a person is known by, to and from the fields of a form (CC-9). */
final class Profiles {
    private Profiles() {}

    static Contact.Profile read(PostedForm posted) {
        return new Contact.Profile(
                posted.text("name"),
                posted.optional("email", EmailAddress::new),
                posted.optional("phone", PhoneNumber::new),
                posted.optional("locale", Profiles::locale),
                posted.optional("timeZone", Profiles::zone));
    }

    static Map<String, String> write(Contact.Profile profile) {
        Map<String, String> values = new HashMap<>();
        values.put("name", profile.name());
        profile.email().ifPresent(email -> values.put("email", email.typed()));
        profile.phone().ifPresent(phone -> values.put("phone", phone.value()));
        profile.locale().ifPresent(locale -> values.put("locale", locale.toLanguageTag()));
        profile.zone().ifPresent(zone -> values.put("timeZone", zone.getId()));
        return values;
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

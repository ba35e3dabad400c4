package org.clientportal.auth;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.unit.Reading;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.SignInMeans;

/** Checks what is typed on the pages of signing in, alike for everybody. */
final class Typed {
    private static final Pattern CODE = Pattern.compile("[0-9]{8}");
    private static final Pattern FILLERS = Pattern.compile("[\\s\\u00a0-]");

    private Typed() {}

    static EmailAddress email(String text) {
        try {
            return new EmailAddress(text);
        } catch (InvalidValue malformed) {
            throw (RuntimeException) Refusals.invalid(malformed).initCause(malformed);
        }
    }

    /** Eight digits; spaces and hyphens between them are dropped. */
    static String code(String text) {
        String digits = FILLERS.matcher(text).replaceAll("");
        if (!CODE.matcher(digits).matches()) {
            throw refused(AuthError.MALFORMED_CODE, "code", "The code has 8 digits.");
        }
        return digits;
    }

    static PortalException refused(AuthError error, String field, String words) {
        return new PortalException.Invalid(error, words, Optional.of(field), Map.of());
    }

    /** Contacts sign in by mail only where the practice lets them (SI-1). */
    static void requireMailMeans(Reading reading, Side side) {
        if (side == Side.CONTACT && !reading.practice().settings().means().contains(SignInMeans.MAGIC_LINK)) {
            throw Refusals.conflict(AuthError.MEANS_OFF, "Signing in by email is switched off here.");
        }
    }
}

package org.clientportal.model.contact;

import java.util.regex.Pattern;
import org.clientportal.model.Require;

/**
 * A telephone number in E.164 form, such as {@code +15125550123} (CC-9). Spaces, dots, hyphens and parentheses are
 * dropped.
 */
public record PhoneNumber(String value) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public PhoneNumber {
        value = Require.line("phone", value, 40).replaceAll("[ .()-]", "");
        Require.that(
                E164.matcher(value).matches(),
                "phone",
                "malformed_phone",
                "must start with + and the country code, such as +1 512 555 0123");
    }

    @Override
    public String toString() {
        return value;
    }
}

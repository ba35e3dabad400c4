package org.clientportal.model.practice;

import java.util.regex.Pattern;
import org.clientportal.model.Require;

/** A practice's short name, fit for a host name: 1 to 63 of {@code a-z 0-9 -}, not starting or ending with a hyphen. */
public record Slug(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public Slug {
        Require.that(
                FORM.matcher(value).matches(),
                "slug",
                "malformed_slug",
                "may have only a-z, 0-9 and hyphens between them, 63 at most");
    }

    @Override
    public String toString() {
        return value;
    }
}

package org.clientportal.core.practice;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Slug;

/** A practice to be set up; the rest of its settings start with their defaults. */
public record CreatePractice(
        Slug slug,
        String name,
        Origin origin,
        ZoneId zone,
        Currency currency,
        Locale locale,
        Optional<String> accent,
        Optional<String> externalId) {
    public CreatePractice {
        name = Require.line("name", name, 200);
    }

    /** One in UTC, US dollars and English, at this address. */
    public static CreatePractice of(String slug, String name, String origin) {
        return new CreatePractice(
                new Slug(slug),
                name,
                new Origin(origin),
                ZoneOffset.UTC,
                Currency.getInstance("USD"),
                Locale.US,
                Optional.empty(),
                Optional.empty());
    }
}

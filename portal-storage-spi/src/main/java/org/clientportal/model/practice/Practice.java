package org.clientportal.model.practice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.Versioned;

/**
 * An accounting firm, the tenant: nothing of one is visible from another (PR-1, PR-2).
 *
 * @param zone in which months are counted and times shown
 * @param accent the brand's colour as {@code #rrggbb}; absent: the portal's own
 * @param externalId an embedder's own id, unique among practices (PR-7)
 */
public record Practice(
        PracticeId id,
        Slug slug,
        String name,
        Origin origin,
        ZoneId zone,
        Currency currency,
        Locale locale,
        PracticeSettings settings,
        Optional<String> accent,
        Optional<String> externalId,
        Instant createdAt,
        long version)
        implements Versioned<Practice> {
    public Practice {
        name = Require.line("name", name, 200);
        accent.ifPresent(colour ->
                Require.that(colour.matches("#[0-9a-f]{6}"), "accent", "malformed_colour", "must look like #1a6b54"));
        externalId = Require.line("externalId", externalId, 200);
        Require.micros("createdAt", createdAt);
    }

    /** This practice with other settings. */
    public Practice withSettings(PracticeSettings changed) {
        return new Practice(
                id, slug, name, origin, zone, currency, locale, changed, accent, externalId, createdAt, version);
    }

    @Override
    public Practice withVersion(long next) {
        return new Practice(
                id, slug, name, origin, zone, currency, locale, settings, accent, externalId, createdAt, next);
    }
}

package org.clientportal.host.wiring;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import org.clientportal.core.practice.Practices;
import org.clientportal.host.http.PracticeDirectory;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.Slug;

/**
 * Whose portal a host name is, remembered for a few seconds: for names and looks. What a practice allows is read by the
 * core in the unit that needs it.
 */
final class KnownPractices implements PracticeDirectory {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int NAMES = 10_000;

    private final LoadingCache<String, Optional<Practice>> byHost;

    KnownPractices(Practices practices, Optional<Slug> other) {
        byHost = Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(NAMES)
                .build(host -> practices.byHost(host).or(() -> other.flatMap(practices::bySlug)));
    }

    @Override
    public Optional<Practice> at(String host) {
        return byHost.get(host);
    }
}

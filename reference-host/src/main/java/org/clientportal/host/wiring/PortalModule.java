package org.clientportal.host.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import org.clientportal.auth.HistoryPurge;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.notify.Notifier;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.KeysFile;
import org.clientportal.host.http.Templates;
import org.clientportal.host.mail.MailMessages;
import org.clientportal.host.operations.PortalMetrics;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;

/** The portal itself, and signing in to it. */
final class PortalModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(MeterRegistry.class).to(PrometheusMeterRegistry.class);
        bind(Templates.class).toInstance(new Templates());
        bind(Clock.class).toInstance(Clock.systemUTC());
    }

    @Provides
    @Singleton
    KeyRing keys(HostConfig config) {
        return KeysFile.open(config.keysFile());
    }

    @Provides
    @Singleton
    Messages messages(Templates templates) {
        return new MailMessages(templates);
    }

    @Provides
    @Singleton
    PrometheusMeterRegistry metrics() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Provides
    @Singleton
    Portal portal(
            PortalStorage storage,
            ContentStore content,
            Clock clock,
            KeyRing keys,
            Messages messages,
            Notifier notifier,
            MeterRegistry registry) {
        PortalMetrics metrics = new PortalMetrics(registry);
        return Portal.builder()
                .storage(storage)
                .content(content)
                .clock(clock)
                .mail(keys, messages, notifier)
                .job(HistoryPurge::new)
                .watch(metrics, metrics)
                .build();
    }

    @Provides
    @Singleton
    PortalAuth auth(Portal portal, KeyRing keys) {
        return new PortalAuth(portal.units(), keys);
    }
}

package org.clientportal.host.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.http.AccessLog;
import org.clientportal.host.http.AuthSignIn;
import org.clientportal.host.http.FaultPages;
import org.clientportal.host.http.HttpServer;
import org.clientportal.host.http.PracticeDirectory;
import org.clientportal.host.http.RequestMetrics;
import org.clientportal.host.http.Routes;
import org.clientportal.host.http.SignIn;
import org.clientportal.host.http.Site;
import org.clientportal.host.operations.HealthHandler;
import org.clientportal.host.operations.MetricsHandler;
import org.clientportal.host.operations.Readiness;
import org.clientportal.storage.PortalStorage;
import org.eclipse.jetty.server.RequestLog;

/** The server. */
final class HttpModule extends AbstractModule {
    /** Shorter than the 2 s in which proxies ask again. */
    private static final Duration READINESS = Duration.ofSeconds(1);

    @Provides
    @Singleton
    PracticeDirectory practices(Portal portal, HostConfig config) {
        return new KnownPractices(portal.practices(), config.defaultPractice());
    }

    @Provides
    @Singleton
    SignIn signIn(PortalAuth auth) {
        return new AuthSignIn(auth);
    }

    @Provides
    @Singleton
    Site site(
            HostConfig config,
            PracticeDirectory practices,
            Routes routes,
            SignIn signIn,
            FaultPages pages,
            KeyRing keys) {
        return new Site(practices, routes, signIn, pages, keys, config.proxies(), config.limits());
    }

    @Provides
    @Singleton
    HttpServer server(
            HostConfig config, Site site, PortalStorage storage, Clock clock, PrometheusMeterRegistry registry) {
        return new HttpServer(
                config.listen(),
                site,
                List.of(
                        new HealthHandler(new Readiness(storage, clock, READINESS)),
                        new MetricsHandler(registry, config.metricsToken())),
                new RequestLog.Collection(new AccessLog(), new RequestMetrics(registry)));
    }
}

package org.clientportal.host.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Times every request by its route and status. */
public final class RequestMetrics implements RequestLog {
    private final MeterRegistry registry;

    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void log(Request request, Response response) {
        Handled handled = Handled.of(request);
        Timer.builder("portal.http.requests")
                .tag("route", handled == null ? "none" : handled.route())
                .tag("status", String.valueOf(response.getStatus()))
                .register(registry)
                .record(System.nanoTime() - request.getBeginNanoTime(), TimeUnit.NANOSECONDS);
    }
}

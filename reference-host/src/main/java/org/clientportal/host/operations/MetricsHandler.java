package org.clientportal.host.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code /metrics} in the format of Prometheus: for whoever has the token, and without one for this machine alone, unless
 * the request came through a proxy. For everybody else there is nothing here.
 */
public final class MetricsHandler extends Handler.Abstract {
    private static final String PATH = "/metrics";

    private final PrometheusMeterRegistry registry;
    private final Optional<String> token;

    public MetricsHandler(PrometheusMeterRegistry registry, Optional<String> token) {
        this.registry = registry;
        this.token = token;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!PATH.equals(request.getHttpURI().getCanonicalPath()) || !isAllowed(request)) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, registry.scrape(), callback);
        return true;
    }

    private boolean isAllowed(Request request) {
        String given = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (token.isPresent()) {
            return given != null && MessageDigest.isEqual(bytes("Bearer " + token.get()), bytes(given));
        }
        boolean forwarded = request.getHeaders().contains(HttpHeader.X_FORWARDED_FOR)
                || request.getHeaders().contains(HttpHeader.FORWARDED);
        return !forwarded
                && request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
                && peer.getAddress().isLoopbackAddress();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package org.clientportal.host.operations;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** {@code /health/live}: the process answers. {@code /health/ready}: it may be sent requests, or 503 and why not. */
public final class HealthHandler extends Handler.Abstract {
    private final Readiness readiness;

    public HealthHandler(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<String> obstacle;
        switch (String.valueOf(request.getHttpURI().getCanonicalPath())) {
            case "/health/live" -> obstacle = Optional.empty();
            case "/health/ready" -> obstacle = readiness.obstacle();
            default -> {
                return false;
            }
        }
        response.setStatus(obstacle.isPresent() ? 503 : 200);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, obstacle.orElse("ok") + "\n", callback);
        return true;
    }
}

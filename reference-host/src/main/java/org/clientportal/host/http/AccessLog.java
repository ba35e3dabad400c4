package org.clientportal.host.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line for every request: no query, no token, no name of a person (P6). */
public final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        Handled handled = Handled.of(request);
        LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", MaskedPath.of(request.getHttpURI().getCanonicalPath()))
                .addKeyValue("status", response.getStatus())
                .addKeyValue("bytes", Response.getContentBytesWritten(response))
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()))
                .addKeyValue("practice", handled == null ? "" : handled.practice())
                .addKeyValue("route", handled == null ? "" : handled.route())
                .addKeyValue("network", handled == null ? Request.getRemoteAddr(request) : handled.network())
                .addKeyValue("request", handled == null ? "" : handled.id())
                .log("request");
    }
}

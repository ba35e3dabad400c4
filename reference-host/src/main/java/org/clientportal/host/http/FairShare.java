package org.clientportal.host.http;

import org.clientportal.auth.NetworkKey;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ThreadLimitHandler;

/**
 * Lets one network have so many requests answered at once and no more, so that whoever sends or reads slowly uses up its own
 * share of the threads and not everybody's (P21). More of its requests wait, without a thread.
 */
final class FairShare extends ThreadLimitHandler {
    private final TrustedProxies proxies;

    FairShare(Handler handler, TrustedProxies proxies, int share) {
        super(handler, null, false);
        this.proxies = proxies;
        setThreadLimit(share);
    }

    @Override
    protected String getRemoteIP(Request request) {
        return NetworkKey.of(proxies.client(request));
    }
}

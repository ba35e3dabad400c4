package org.clientportal.host.http;

import org.clientportal.core.secret.KeyRing;
import org.eclipse.jetty.server.Handler;

/** What the server needs to answer for all portals. */
public record Site(
        PracticeDirectory practices,
        Routes routes,
        SignIn signIn,
        FaultPages pages,
        KeyRing keys,
        TrustedProxies proxies,
        HttpLimits limits) {

    Handler door() {
        FrontDoor door = new FrontDoor(practices, new Exchanges(routes, signIn, keys, proxies, limits), pages);
        return new FairShare(door, proxies, limits.share());
    }
}

package org.clientportal.host.http;

import org.clientportal.core.secret.KeyRing;

/** What the server needs to answer for all portals. */
public record Site(
        PracticeDirectory practices,
        Routes routes,
        SignIn signIn,
        FaultPages pages,
        KeyRing keys,
        TrustedProxies proxies,
        HttpLimits limits) {

    FrontDoor door() {
        return new FrontDoor(practices, new Exchanges(routes, signIn, keys, proxies, limits), pages);
    }
}

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
    /** How many requests of one network are worked on at a time: as many as keep the processors busy, and few in line. */
    static final int TURNS = 2 * Runtime.getRuntime().availableProcessors();

    Handler door() {
        FrontDoor front = new FrontDoor(practices, new Exchanges(routes, signIn, keys, proxies, limits), pages);
        Turns door = new Turns(front, proxies, TURNS);
        return new FairShare(door, proxies, limits.share());
    }
}

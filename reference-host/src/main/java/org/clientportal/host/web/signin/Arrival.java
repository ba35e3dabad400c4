package org.clientportal.host.web.signin;

import java.time.Duration;
import org.clientportal.auth.Redeemed;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Cookie;
import org.clientportal.host.http.LocalPath;
import org.clientportal.model.session.Session;

/** What the browser of somebody who has just signed in is sent: the session's cookie, and the page to go on to (SI-13). */
final class Arrival {
    private Arrival() {}

    static Answer of(Redeemed.SignedIn signedIn) {
        Door door = Door.of(signedIn.side());
        String next = signedIn.returnTo().filter(LocalPath::is).orElse(door.home());
        return Answer.seeOther(next).cookie(cookie(door, signedIn));
    }

    /** Kept beyond the browser's closing only where the person asked to stay signed in, which has no idle limit (SI-5). */
    private static Cookie cookie(Door door, Redeemed.SignedIn signedIn) {
        Session session = signedIn.session();
        return session.idle().isPresent()
                ? Cookie.of(door.cookie(), signedIn.token())
                : Cookie.lasting(
                        door.cookie(), signedIn.token(), Duration.between(session.createdAt(), session.expiresAt()));
    }
}

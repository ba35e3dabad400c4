package org.clientportal.host.http;

import java.time.Duration;
import java.util.Optional;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpCookie;

/**
 * A cookie to be set: for the whole portal, out of scripts' reach, sent along when a link from a mail is followed, and
 * never sent with another site's form.
 *
 * @param lasts how long; absent: until the browser closes
 */
public record Cookie(CookieName name, String value, Optional<Duration> lasts) {
    /** A cookie that lasts until the browser closes. */
    public static Cookie of(CookieName name, String value) {
        return new Cookie(name, value, Optional.empty());
    }

    /** A cookie that lasts for a time. */
    public static Cookie lasting(CookieName name, String value, Duration lasts) {
        return new Cookie(name, value, Optional.of(lasts));
    }

    /** Takes a cookie away. */
    public static Cookie gone(CookieName name) {
        return lasting(name, "", Duration.ZERO);
    }

    HttpCookie on(Practice practice) {
        HttpCookie.Builder cookie = HttpCookie.build(name.on(practice), value)
                .path("/")
                .httpOnly(true)
                .secure(practice.origin().isSecure())
                .sameSite(HttpCookie.SameSite.LAX);
        lasts.ifPresent(time -> cookie.maxAge(time.toSeconds()));
        return cookie.build();
    }
}

package org.clientportal.host.http;

import org.clientportal.model.practice.Practice;

/** The cookies there are; all are the server's alone and end at the practice's own origin. */
public enum CookieName {
    /** A contact's session. */
    CONTACT("contact"),
    /** A staff member's session; it never stands in for a contact's (SI-11). */
    STAFF("staff"),
    /** Tells one browser from another, signed in or not (SI-4). */
    BROWSER("browser"),
    /** What the last step has to say on the next page. */
    FLASH("flash");

    private final String word;

    CookieName(String word) {
        this.word = word;
    }

    /** The name on the wire. Over plain HTTP, that is in a demo on loopback, browsers refuse the prefix. */
    String on(Practice practice) {
        return practice.origin().isSecure() ? "__Host-" + word : word;
    }
}

package org.clientportal.host.web.signin;

import org.clientportal.host.http.Answer;
import org.clientportal.host.web.page.Said;

/** Goes on to where the code is typed, and carries there which address was typed: never in an address line or a log. */
final class Sent {
    private Sent() {}

    static Answer to(Door door, String email) {
        return Answer.seeOther(door.code()).flash(Said.toNextPage(email));
    }
}

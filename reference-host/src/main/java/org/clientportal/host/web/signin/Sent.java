package org.clientportal.host.web.signin;

import java.util.Optional;
import org.clientportal.host.http.Answer;

/** Goes on to where the code is typed, and carries there which address was typed: never in an address line or a log. */
final class Sent {
    private static final String MARK = "sent:";

    private Sent() {}

    static Answer to(Door door, String email) {
        return Answer.seeOther(door.code()).flash(MARK + email);
    }

    static Optional<String> email(String flash) {
        return Optional.of(flash).filter(text -> text.startsWith(MARK)).map(text -> text.substring(MARK.length()));
    }
}

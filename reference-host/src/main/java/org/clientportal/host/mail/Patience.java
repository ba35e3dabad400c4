package org.clientportal.host.mail;

import java.time.Duration;

/**
 * How long a mail server is waited for.
 *
 * @param reply for a connection, and for each reply but the one that takes the mail
 * @param whole for all that a mail needs, after which its connection is cut, whatever the server does meanwhile; the reply
 *     that takes the mail has what is left of it
 */
record Patience(Duration reply, Duration whole) {
    /**
     * Less in whole than a message is claimed for, so that no other worker sends a mail that is still on its way. Servers check
     * a mail between its end and their reply: whoever gives up then sends a mail again that was taken (RFC 5321, 4.5.3.2.6).
     */
    static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(4));

    /** As socket options take it. */
    static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}

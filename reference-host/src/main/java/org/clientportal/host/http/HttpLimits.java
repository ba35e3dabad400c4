package org.clientportal.host.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What one request may cost (P21, D24).
 *
 * @param json the largest JSON body, in bytes
 * @param form the largest form, in bytes
 * @param formFields the most fields of a form
 * @param parts the most parts of a multipart form
 * @param headers the largest request head, in bytes
 * @param connections the most connections at once; more wait, and those that say nothing are closed sooner
 * @param share the most requests of one network that are answered at once; more wait, and keep nobody else waiting
 * @param idle how long a connection may say nothing
 * @param slowest the least bytes a second that a body must bring, once it has said nothing for as long as it may
 */
public record HttpLimits(
        int json,
        int form,
        int formFields,
        int parts,
        int headers,
        int connections,
        int share,
        Duration idle,
        long slowest) {
    public static final HttpLimits DEFAULT =
            new HttpLimits(256 << 10, 256 << 10, 1000, 200, 16 << 10, 16_000, 64, Duration.ofSeconds(30), 256);

    /** How long that many bytes may keep a thread waiting, in nanoseconds. */
    long nanosFor(long bytes) {
        return idle.toNanos() + TimeUnit.SECONDS.toNanos(bytes / slowest);
    }
}

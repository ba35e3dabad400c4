package org.clientportal.host.http;

import java.time.Duration;

/**
 * What one request may cost (P21, D24).
 *
 * @param json the largest JSON body, in bytes
 * @param form the largest form, in bytes
 * @param formFields the most fields of a form
 * @param parts the most parts of a multipart form
 * @param headers the largest request head, in bytes
 * @param connections the most connections at once; more wait
 * @param idle how long a connection may say nothing
 * @param slowest the least bytes a second that a body or an answer must move, once it has begun
 */
public record HttpLimits(
        int json, int form, int formFields, int parts, int headers, int connections, Duration idle, long slowest) {
    public static final HttpLimits DEFAULT =
            new HttpLimits(256 << 10, 256 << 10, 1000, 200, 16 << 10, 8000, Duration.ofSeconds(30), 256);
}

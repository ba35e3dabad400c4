package org.clientportal.host.preview;

import java.time.Duration;

/**
 * What drawing may cost (P21).
 *
 * @param fileBytes the largest file that is drawn
 * @param drawTime how long one page may take before its process is ended
 * @param waitTime how long a request waits for a free process
 * @param processes how many draw at once
 * @param heapMegabytes the heap of each
 * @param pages the most pages of a document that are shown
 * @param cachedBytes how many bytes of pictures are kept
 */
public record PreviewLimits(
        long fileBytes,
        Duration drawTime,
        Duration waitTime,
        int processes,
        int heapMegabytes,
        int pages,
        long cachedBytes) {
    public static final PreviewLimits DEFAULT =
            new PreviewLimits(64L << 20, Duration.ofSeconds(20), Duration.ofSeconds(15), 2, 384, 30, 64L << 20);
}

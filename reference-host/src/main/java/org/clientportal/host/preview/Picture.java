package org.clientportal.host.preview;

import java.util.Base64;

/**
 * A picture that we drew ourselves.
 *
 * @param mediaType {@code image/png} or {@code image/jpeg}
 * @param width in pixels
 * @param height in pixels
 * @param pages how many pages the document has that it was drawn from; 1 for a picture
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Picture(String mediaType, int width, int height, int pages, byte[] bytes) {
    /** One pixel that shows what lies under it. */
    public static final Picture CLEAR = new Picture(
            Encoding.PNG,
            1,
            1,
            1,
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII="));
}

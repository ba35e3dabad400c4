package org.clientportal.core.document;

import org.apache.tika.Tika;
import org.clientportal.model.document.FileName;

/** Finds a file's type from its first bytes; the name only tells apart types that look alike (DO-6). */
final class MediaTypes {
    private static final Tika TIKA = new Tika();

    private static final String UNKNOWN = "application/octet-stream";

    private MediaTypes() {}

    static String of(byte[] head, FileName name) {
        if (TIKA.detect(head).equals(UNKNOWN)) {
            // The bytes say nothing, and the name alone is only the sender's word.
            return UNKNOWN;
        }
        String type = TIKA.detect(head, name.value());
        return type.length() <= 100 ? type : UNKNOWN;
    }
}

package org.clientportal.host.web.client;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.host.web.view.FileTile;

/**
 * A file as it stands in a list or on its own page.
 *
 * @param tile its head
 * @param business the business's name
 * @param folder the folder's name; empty if the reader may not know it (PM-4)
 * @param author who added it, in words
 * @param added when its upload was complete
 * @param size in words
 * @param year the year it belongs to
 * @param deletableUntil until when the reader may delete it, inclusive (DO-4)
 * @param path its page; its other addresses lie below
 * @param shown whether it can be shown as a picture
 */
public record FileView(
        FileTile tile,
        String business,
        String folder,
        String author,
        Instant added,
        String size,
        int year,
        Optional<Instant> deletableUntil,
        String path,
        boolean shown) {
    public String download() {
        return path + "/download";
    }

    public String delete() {
        return path + "/delete";
    }

    /** The picture of a page, from 1 on. */
    public String preview(int page) {
        return path + "/preview/" + page;
    }
}

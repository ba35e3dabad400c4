package org.clientportal.host.web.practice;

import org.clientportal.core.document.DocumentRow;
import org.clientportal.host.web.view.FileTile;
import org.clientportal.model.document.Document;

/**
 * A document as staff see it in a list and on its own page.
 *
 * @param tile its head
 * @param folder the folder's name
 * @param author who added it, in words
 * @param place its page; its other addresses lie below
 * @param drawn whether it can be shown as a picture
 * @param error why the row's own form was refused; empty text if it was not
 */
public record DocumentLine(
        DocumentRow row, FileTile tile, String folder, String author, String place, boolean drawn, String error) {
    public Document document() {
        return row.document();
    }

    DocumentLine refused(String why) {
        return new DocumentLine(row, tile, folder, author, place, drawn, why);
    }
}

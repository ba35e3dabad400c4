package org.clientportal.core.document;

import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.FileName;
import org.clientportal.model.document.FolderId;

/**
 * A file to be taken in.
 *
 * @param name as sent; made safe by {@link FileName}
 * @param length the bytes announced, if they were: too many are refused before the first one (DO-6)
 * @param visible whether contacts see it at once; a contact's own upload is always visible (DO-10)
 * @param year absent: the year of the upload
 */
public record UploadDocument(
        ClientId client,
        FolderId folder,
        FileName name,
        Optional<Long> length,
        boolean visible,
        Optional<Integer> year,
        Optional<String> externalId) {
    public UploadDocument {
        externalId = Require.line("externalId", externalId, 200);
        length.ifPresent(l -> Require.that(l >= 0, "length", "out_of_range", "must not be negative"));
        year.ifPresent(
                y -> Require.that(y >= 1900 && y <= 2999, "year", "out_of_range", "must be between 1900 and 2999"));
    }

    /** A file for a folder, visible, of this year. */
    public static UploadDocument to(ClientId client, FolderId folder, String name) {
        return new UploadDocument(
                client, folder, new FileName(name), Optional.empty(), true, Optional.empty(), Optional.empty());
    }
}

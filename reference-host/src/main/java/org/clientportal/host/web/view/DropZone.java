package org.clientportal.host.web.view;

import java.util.Map;

/**
 * A form to add files with: a drop zone with progress where scripts run, a plain file field elsewhere.
 *
 * @param action where the form posts to as {@code multipart/form-data}; with scripts one request a file, which sends
 *     {@code Accept: application/problem+json}, takes any 2xx or a followed redirect as success and shows the
 *     {@code detail} of a problem
 * @param field the name of the file field
 * @param fields hidden fields, sent before the file; the token against forgery is sent by itself
 * @param maxBytes the largest file taken, checked before sending
 */
public record DropZone(String action, String field, Map<String, String> fields, long maxBytes) {

    /** Copies the map. */
    public DropZone {
        fields = Map.copyOf(fields);
    }
}

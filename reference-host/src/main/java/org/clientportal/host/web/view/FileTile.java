package org.clientportal.host.web.view;

import java.util.Optional;

/**
 * A file as a tile or at the head of a row.
 *
 * @param name its name
 * @param href its page
 * @param kind what it is
 * @param thumbnail the address of a small picture of it
 * @param note what stands under the name: size and day, the business
 * @param fresh whether it is New to this reader (DO-3)
 */
public record FileTile(
        String name, String href, FileKind kind, Optional<String> thumbnail, String note, boolean fresh) {}

package org.clientportal.core.document;

import java.util.Optional;

/**
 * Who made something, as far as this viewer may know (DE-1, DE-3).
 *
 * @param name the name; absent for the unknown, and for the firm's own programs
 * @param pseudonym tells deleted people apart, for staff only
 */
public record Author(Kind kind, Optional<String> name, Optional<Integer> pseudonym) {
    /** On which side the author stands, or stood. */
    public enum Kind {
        FIRM,
        SELF,
        CONTACT,
        UNKNOWN
    }

    /** Somebody who has no name here any more. */
    public static final Author UNKNOWN = new Author(Kind.UNKNOWN, Optional.empty(), Optional.empty());
}

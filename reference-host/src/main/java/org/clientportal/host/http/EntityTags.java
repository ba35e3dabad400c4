package org.clientportal.host.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.model.InvalidValue;
import org.jspecify.annotations.Nullable;

/** Compares entity tags, and reads those that are versions. */
final class EntityTags {
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})(--gzip)?\"");

    private EntityTags() {}

    /** Whether a list of tags, or {@code *}, names this one; weakly compared. */
    static boolean match(@Nullable String list, String etag) {
        return list != null
                && (list.strip().equals("*")
                        || Arrays.stream(list.split(",", -1))
                                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                                .anyMatch(etag::equals));
    }

    /**
     * The version that an {@code If-Match} demands.
     *
     * @throws InvalidValue if it is not a version we gave
     */
    static Optional<Long> version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        var version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw new InvalidValue("If-Match", "malformed_version", "is not an ETag of this resource");
        }
        return Optional.of(Long.valueOf(version.group(1)));
    }
}

package org.clientportal.core.access;

import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;

/**
 * Decides what may be seen: the one piece that an embedder replaces to tighten or widen (PM-11). Lists, single look-ups,
 * uploads and explanations all follow from it. Pure and thread-safe.
 */
@FunctionalInterface
public interface Policy {
    /** What this viewer sees of a kind at a client it reaches. */
    Visibility of(Viewer viewer, ClientId client, ResourceKind kind);

    /** The rules as published (PM-1 to PM-7, PM-13). */
    static Policy published() {
        return (viewer, client, kind) -> {
            if (viewer instanceof Person person) {
                return person.visibility(client, kind);
            }
            return viewer.reaches(client) ? Visibility.ALL : Visibility.NONE;
        };
    }
}

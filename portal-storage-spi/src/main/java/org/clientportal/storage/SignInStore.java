package org.clientportal.storage;

import java.time.Instant;
import org.clientportal.model.session.SignInAttempt;

/** Keeps the sign-in histories. */
public interface SignInStore extends SignInReader {
    void insert(SignInAttempt attempt);

    /** Forgets all tries before an instant. */
    void purge(Instant before);
}

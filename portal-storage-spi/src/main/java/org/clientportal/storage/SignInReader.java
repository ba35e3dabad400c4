package org.clientportal.storage;

import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.session.SignInAttempt;

/** Looks up the sign-in histories (SI-9). */
public interface SignInReader {
    /** A person's tries, or with an absent subject those of unknown people; the newest first. */
    Page<SignInAttempt> list(Optional<Principal> subject, PageRequest page);
}

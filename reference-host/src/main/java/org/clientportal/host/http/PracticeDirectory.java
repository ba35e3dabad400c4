package org.clientportal.host.http;

import java.util.Optional;
import org.clientportal.model.practice.Practice;

/** Whose portal a host name is (PR-2). Thread-safe. */
@FunctionalInterface
public interface PracticeDirectory {
    /**
     * The practice to answer for a host name.
     *
     * @param host in lower case, without a port
     * @return empty if no practice answers for it
     */
    Optional<Practice> at(String host);
}

package org.clientportal.storage.tck;

import java.util.List;
import java.util.Optional;

/** How one of several runners ended: with a result or with a failure. */
record Ending<T>(Optional<T> result, Optional<Throwable> failure) {
    static <T> List<T> results(List<Ending<T>> endings) {
        return endings.stream().flatMap(ending -> ending.result().stream()).toList();
    }

    static <T> List<Throwable> failures(List<Ending<T>> endings) {
        return endings.stream().flatMap(ending -> ending.failure().stream()).toList();
    }
}

package org.clientportal.core;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Instant;
import java.util.UUID;

/** Makes ids. Thread-safe. */
@FunctionalInterface
public interface Ids {
    /** A new id, unlike any other; ids of later instants sort later, those of one process and instant in their order. */
    UUID next(Instant now);

    /** UUID version 7. */
    static Ids timeOrdered() {
        TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
        return now -> generator.construct(now.toEpochMilli());
    }
}

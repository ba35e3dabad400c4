package org.clientportal.benchmarks.data;

import java.util.List;
import org.clientportal.model.practice.PracticeId;

/** A database with a practice in it, and who is signed in there. */
public record Seeded(Database database, PracticeId practice, List<Visitor> visitors) {
    public Seeded {
        visitors = List.copyOf(visitors);
    }
}

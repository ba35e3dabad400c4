package org.clientportal.storage;

import java.util.Objects;
import org.clientportal.model.practice.PracticeId;

/** What a unit of work may touch: one practice. No query can forget the tenant, because the unit carries it. */
public record Scope(PracticeId practice) {
    public Scope {
        Objects.requireNonNull(practice, "practice");
    }

    public static Scope of(PracticeId practice) {
        return new Scope(practice);
    }
}

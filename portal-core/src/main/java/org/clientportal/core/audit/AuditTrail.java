package org.clientportal.core.audit;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.Units;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.Page;

/** The record of what happened, for administrators (AU-1, PR-6). Thread-safe. */
public final class AuditTrail {
    private static final int STRIDE = 500;

    private final Units units;

    public AuditTrail(Units units) {
        this.units = units;
    }

    /**
     * Lists entries, the newest first.
     *
     * @throws PortalException.Forbidden {@code staff_only}, {@code admin_only}
     */
    public Page<AuditEntry> list(Actor admin, AuditQuery query) {
        return units.read(admin, reading -> {
            reading.admin();
            return reading.view().audit().list(query);
        });
    }

    /**
     * Walks the whole chain and names the first record that was changed or taken out. Reads in many short units; records
     * are sealed within a second, and those without a seal are not judged.
     *
     * @throws PortalException.Forbidden {@code staff_only}, {@code admin_only}
     */
    public Verification verify(Actor admin) {
        return verify(admin, Optional.empty());
    }

    /**
     * Like {@link #verify(Actor)}, and the chain must still hold a seal that was noted elsewhere before: this also finds a
     * chain that was cut off at its end, or forged from some record on.
     *
     * @throws PortalException.Forbidden {@code staff_only}, {@code admin_only}
     */
    public Verification verify(Actor admin, Optional<AuditSeal> noted) {
        // Read before the walk: what is sealed meanwhile is then no gap.
        Optional<AuditSeal> newest = units.read(admin, reading -> {
            reading.admin();
            return reading.view().audit().lastSeal();
        });
        ChainWalk walk = new ChainWalk(admin.practice(), noted);
        boolean more = true;
        while (more) {
            List<AuditEntry> entries = stride(admin, walk.intact());
            boolean fits = entries.stream().allMatch(walk::step);
            more = fits && entries.size() == STRIDE;
        }
        return walk.end(newest);
    }

    private List<AuditEntry> stride(Actor admin, long after) {
        return units.read(admin, reading -> {
            reading.admin();
            return reading.view().audit().sealed(after, STRIDE);
        });
    }
}

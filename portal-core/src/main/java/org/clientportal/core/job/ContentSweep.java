package org.clientportal.core.job;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.clientportal.core.Actors;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.SureTime;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.PendingContent;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.SystemUnit.Owned;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes bytes that no document names: what interrupted uploads left, and what was purged (P25). They are gone within a day,
 * bytes first and the row that names them last.
 */
public final class ContentSweep implements Job {
    /** From this age on it is swept: a day, less the pause between two rounds and some room. No upload takes as long. */
    public static final Duration AGE = Duration.ofHours(23);

    private static final Logger LOG = LoggerFactory.getLogger(ContentSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final int STEP = 50;

    private final Units units;
    private final ContentStore content;
    /** How many could not be deleted in the newest step. */
    private volatile int stuck;

    public ContentSweep(Units units, ContentStore content) {
        this.units = units;
        this.content = content;
    }

    @Override
    public String name() {
        return "sweep-content";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public boolean run(Instant now) {
        // Those that could not be deleted come first again, and must not keep the others from their turn.
        int limit = STEP + stuck;
        List<Owned<PendingContent>> stale = units.system(
                unit -> unit.stalePendingContent(SureTime.of(unit, now).minus(AGE), limit));
        int swept = 0;
        for (Owned<PendingContent> pending : stale) {
            swept += sweep(pending) ? 1 : 0;
        }
        int before = stuck;
        stuck = stale.size() - swept;
        // Without any progress the rest waits for the next round, not for ever.
        return stale.size() == limit && (swept > 0 || stuck > before);
    }

    private boolean sweep(Owned<PendingContent> pending) {
        try {
            PendingContent taken = units.write(Actors.system(pending.practice()), w -> takeOver(w, pending.item()));
            content.delete(taken.content());
            units.write(Actors.system(pending.practice()), w -> forget(w, taken));
            return true;
        } catch (PortalException.NotFound settled) {
            // An upload that was slow, or another node's sweep, got there first.
            return true;
        } catch (IOException e) {
            LOG.warn("Bytes {} cannot be deleted yet", pending.item().content(), e);
            return false;
        }
    }

    /**
     * Keeps the note under another id: an upload that still runs can then no longer become a document, whose bytes would be
     * gone a moment later.
     */
    private static PendingContent takeOver(Writing writing, PendingContent pending) {
        PendingContent taken = new PendingContent(new DocumentId(writing.newId()), pending.content(), pending.since());
        writing.unit().pendingContent().delete(pending.id());
        writing.unit().pendingContent().insert(taken);
        return taken;
    }

    private static boolean forget(Writing writing, PendingContent taken) {
        writing.unit().pendingContent().delete(taken.id());
        return true;
    }
}

package org.clientportal.core.fault;

import org.clientportal.core.Portal;
import org.clientportal.core.job.ContentSweep;
import org.clientportal.core.job.TrashPurge;
import org.clientportal.storage.ContentStore;

/** A portal and its stores, which may fail. */
record Site(Portal portal, ContentStore content, Faults faults) {
    /** Removes for good what lay in the trash for long enough. */
    void purge() {
        TrashPurge purge = new TrashPurge(portal.units());
        while (purge.run(portal.units().now())) {
            // Until nothing more waits.
        }
    }

    /** Deletes bytes that no document names. */
    void sweep() {
        ContentSweep sweep = new ContentSweep(portal.units(), content);
        while (sweep.run(portal.units().now())) {
            // Until nothing more waits.
        }
    }
}

package org.clientportal.core.outbox;

import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;

/** Hears what came of each try to deliver a message, for metrics. Called by the delivering thread; returns at once. */
@FunctionalInterface
public interface DeliveryListener {
    /** Hears nothing. */
    DeliveryListener NONE = (lane, kind, state) -> {};

    /**
     * A try has ended.
     *
     * @param state what the message came to; QUEUED if it will be tried again
     */
    void tried(Lane lane, String kind, DeliveryState state);
}

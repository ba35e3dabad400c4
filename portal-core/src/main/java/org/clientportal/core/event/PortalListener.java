package org.clientportal.core.event;

/**
 * Hears what happened: after the commit, at least once, in order for each client. An exception means that the event is told
 * again later, and that later events of the same client wait for it. So it is if the node dies in the middle of telling, or
 * if that takes longer than {@link org.clientportal.core.outbox.Dispatcher#CLAIM}: another node then tells the event, and goes
 * on to the next. The order is by {@link Happened#at}, the clock of the node where it happened: what happened on two nodes within
 * the difference of their clocks may change places.
 */
@FunctionalInterface
public interface PortalListener {
    void on(Happened happened);
}

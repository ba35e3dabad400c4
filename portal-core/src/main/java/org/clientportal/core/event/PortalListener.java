package org.clientportal.core.event;

/**
 * Hears what happened: after the commit, at least once, in order for each client. An exception means that the event is told
 * again later, and that later events of the same client wait for it.
 */
@FunctionalInterface
public interface PortalListener {
    void on(Happened happened);
}

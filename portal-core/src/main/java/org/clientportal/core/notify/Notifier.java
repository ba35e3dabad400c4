package org.clientportal.core.notify;

/** Delivers messages. Thread-safe; called outside every unit of work. */
@FunctionalInterface
public interface Notifier {
    /**
     * Hands a message over; returns once the next server has taken responsibility for it.
     *
     * @throws DeliveryFailed if it did not
     */
    void send(Mail mail) throws DeliveryFailed;
}

package org.clientportal.core.notify;

/**
 * Delivers messages. Thread-safe; called outside every unit of work, for the same message again if a worker died or was kept
 * from working: {@link Mail#id} stays the same.
 */
@FunctionalInterface
public interface Notifier {
    /**
     * Hands a message over; returns once the next server has taken responsibility for it. Ends well before the message's claim
     * does ({@link org.clientportal.core.outbox.Dispatcher#CLAIM}), whatever the server does: after that it is sent again.
     *
     * @throws DeliveryFailed if it did not
     */
    void send(Mail mail) throws DeliveryFailed;
}

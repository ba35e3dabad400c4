package org.clientportal.model.outbox;

/** What became of a message (IN-10). */
public enum DeliveryState {
    QUEUED,
    /** Accepted by the mail server. */
    SENT,
    /** Given up, with the reason; waits for staff to see. */
    FAILED,
    /** Came back, with the reason. */
    BOUNCED,
    /** Not sent on purpose: its secret expired or its recipient lost access. */
    DROPPED
}

package org.clientportal.core.notify;

import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.outbox.MessageId;

/**
 * A worded message.
 *
 * @param id the same at each repetition, for a Message-ID by which mail systems drop doubles
 * @param fromName the practice's name, as the sender's
 * @param text plain text
 * @param html the same as HTML
 */
public record Mail(
        MessageId id, String fromName, String toName, EmailAddress to, String subject, String text, String html) {
    /** Says which, never what it carries. */
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}

package org.clientportal.core.notify;

import java.util.Map;
import java.util.Optional;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.client.Client;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.practice.Practice;

/**
 * A message about to be worded, with what is true at this moment.
 *
 * @param kind which message, such as {@code magic_link} or {@code invitation}
 * @param values what the text needs besides, as queued
 * @param credential the link and code that it carries, if it carries any
 */
public record Notice(
        MessageId id,
        String kind,
        Practice practice,
        Recipient to,
        Optional<Client> client,
        Map<String, String> values,
        Optional<Credential> credential) {
    public Notice {
        values = Map.copyOf(values);
    }

    /** Says who and which, never what it carries. */
    @Override
    public String toString() {
        return "Notice[" + kind + " " + id + "]";
    }
}

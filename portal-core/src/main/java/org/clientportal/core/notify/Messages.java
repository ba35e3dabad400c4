package org.clientportal.core.notify;

/** Words messages in the recipient's language, at sending. Thread-safe. */
@FunctionalInterface
public interface Messages {
    Mail render(Notice notice);
}

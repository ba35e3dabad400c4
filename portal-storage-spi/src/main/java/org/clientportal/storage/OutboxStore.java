package org.clientportal.storage;

import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;

/** Keeps messages. */
public interface OutboxStore extends OutboxReader, RecordStore<MessageId, OutboxMessage> {}

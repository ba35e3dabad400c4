package org.clientportal.core.event;

import java.time.Instant;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.practice.PracticeId;

/**
 * An event as listeners hear it.
 *
 * @param id the same at each repetition, by which a listener can tell one it has heard
 */
public record Happened(MessageId id, PracticeId practice, Principal actor, Instant at, PortalEvent event) {}

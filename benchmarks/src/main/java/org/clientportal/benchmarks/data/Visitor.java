package org.clientportal.benchmarks.data;

import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;

/**
 * A signed-in contact.
 *
 * @param client the first of the contact's businesses
 * @param token the token of a live session
 */
public record Visitor(ClientId client, ContactId contact, String token) {}

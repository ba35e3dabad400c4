package org.clientportal.core.access;

import org.clientportal.model.client.ClientId;

/** An actor with what it may, as one unit of work sees it. */
public sealed interface Viewer permits Firm, Person {
    /** Whether it has any business with this client at all. */
    boolean reaches(ClientId client);
}

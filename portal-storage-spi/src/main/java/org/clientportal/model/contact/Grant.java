package org.clientportal.model.contact;

import org.clientportal.model.client.Client;

/** An assignment with the client it leads to: what a contact's access to one business rests on. */
public record Grant(Client client, Assignment assignment) {
    /** Whether it gives access at all: a living client, not suspended (SI-15). */
    public boolean isEffective() {
        return client.isLiving() && !assignment.suspended();
    }
}

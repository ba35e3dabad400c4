package org.clientportal.core.contact;

import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.Contact;

/** Takes people's access away, within a unit (DE-6). */
public final class Revocation {
    private Revocation() {}

    /** Makes a living contact, which the unit has locked, REVOKED: sessions, links and invitations die. */
    public static RevokedAccess revoke(Writing work, Contact contact) {
        Principal person = Principal.of(contact.id());
        work.unit().contacts().update(contact.withAccess(contact.access().revoked()));
        RevokedAccess ended = new RevokedAccess(
                work.unit().sessions().endAll(person, work.now()),
                work.unit().secrets().revokeAll(person, work.now()));
        work.happened(PortalEvent.of(EventType.ACCESS_REVOKED, contact.id())
                .with("sessions", ended.sessions())
                .with("links", ended.links()));
        return ended;
    }
}

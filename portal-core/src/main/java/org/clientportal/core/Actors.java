package org.clientportal.core;

import java.util.Optional;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffRole;

/** Makes actors for embedders (PR-7). */
public final class Actors {
    private Actors() {}

    /** A member of the staff that the portal keeps. */
    public static Actor staff(PracticeId practice, StaffId id) {
        return new Actor.Staff(practice, id, Optional.empty());
    }

    /** One of the embedder's own users acting as staff, with a role and the clients in reach. */
    public static Actor staff(PracticeId practice, String user, StaffRole role, ClientAccess access) {
        return new Actor.Service(practice, user, role, access, Optional.empty());
    }

    /** A contact. */
    public static Actor contact(PracticeId practice, ContactId id) {
        return new Actor.Contact(practice, id, Optional.empty(), Optional.empty());
    }

    /** A program of the embedder's, by name; it may do what an administrator may. */
    public static Actor service(PracticeId practice, String name) {
        return new Actor.Service(practice, name, StaffRole.ADMIN, ClientAccess.ALL, Optional.empty());
    }

    /** The portal itself, for its own jobs. */
    public static Actor system(PracticeId practice) {
        return new Actor.System(practice);
    }
}

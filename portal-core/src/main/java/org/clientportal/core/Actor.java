package org.clientportal.core;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffRole;

/**
 * Who acts, always the first argument of a use case; nothing is bound to a thread. An actor says who, not what they may:
 * that is read in the unit of work.
 */
public sealed interface Actor {
    PracticeId practice();

    /** How the audit names this actor. */
    Principal principal();

    /** The network address the request came from, if it came from one. */
    Optional<String> network();

    /** A member of the practice's staff, as kept by the portal. */
    record Staff(PracticeId practice, StaffId id, Optional<String> network) implements Actor {
        @Override
        public Principal principal() {
            return Principal.of(id);
        }
    }

    /**
     * A contact.
     *
     * @param known who that is and the grants, as read with the session of this very request, which spare a reading unit the
     *     look-up; a writing unit reads them again under lock
     */
    record Contact(PracticeId practice, ContactId id, Optional<Known> known, Optional<String> network)
            implements Actor {
        @Override
        public Principal principal() {
            return Principal.of(id);
        }
    }

    /** A contact and its grants, effective or not, as they were read a moment ago. */
    record Known(org.clientportal.model.contact.Contact contact, List<Grant> grants) {
        public Known {
            grants = List.copyOf(grants);
        }
    }

    /**
     * An embedder's own user acting as staff, or its program acting for the firm (PR-7): what it may is the embedder's word.
     *
     * @param name the user or program, as the audit names it
     */
    record Service(PracticeId practice, String name, StaffRole role, ClientAccess access, Optional<String> network)
            implements Actor {
        @Override
        public Principal principal() {
            return Principal.service(name);
        }
    }

    /** The portal's own jobs. */
    record System(PracticeId practice) implements Actor {
        @Override
        public Principal principal() {
            return Principal.system();
        }

        @Override
        public Optional<String> network() {
            return Optional.empty();
        }
    }
}

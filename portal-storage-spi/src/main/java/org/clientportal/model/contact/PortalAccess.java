package org.clientportal.model.contact;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Require;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.staff.StaffId;

/**
 * A contact's access state and the invitation behind it. Each step returns the next state or says that it may not be
 * taken from here (IN-1, IN-2, IN-9).
 *
 * @param stored every state but EXPIRED, which follows from the clock
 * @param invitedAt when the newest invitation was sent
 * @param invitedBy the staff member who sent it
 * @param invitationEnds the instant from which it is EXPIRED
 * @param firstSignIn when the invitation was accepted, by whatever means
 * @param lastSignIn the newest sign-in
 */
public record PortalAccess(
        AccessState stored,
        Optional<Instant> invitedAt,
        Optional<StaffId> invitedBy,
        Optional<Instant> invitationEnds,
        Optional<Instant> firstSignIn,
        Optional<Instant> lastSignIn) {
    /** How long an invitation lasts, however it was sent (IN-2). */
    public static final Duration INVITATION = Duration.ofDays(30);

    /** Nobody has invited this contact yet. */
    public static final PortalAccess NONE = new PortalAccess(
            AccessState.NOT_INVITED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public PortalAccess {
        Require.that(stored != AccessState.EXPIRED, "state", "derived", "EXPIRED is read from the clock");
        Require.that(
                stored != AccessState.INVITED || invitationEnds.isPresent(),
                "invitationEnds",
                "required",
                "must be given for an invited contact");
        Require.micros("invitedAt", invitedAt);
        Require.micros("invitationEnds", invitationEnds);
        Require.micros("firstSignIn", firstSignIn);
        Require.micros("lastSignIn", lastSignIn);
    }

    /** The state at this instant: valid while {@code now < invitationEnds}. */
    public AccessState at(Instant now) {
        boolean ended = stored == AccessState.INVITED && !now.isBefore(invitationEnds.orElseThrow());
        return ended ? AccessState.EXPIRED : stored;
    }

    /** Whether somebody in this state may be let in, given an assignment that leads anywhere (SI-15). */
    public boolean opens(Admission admission, Instant now) {
        return switch (at(now)) {
            case ACTIVE, INVITED -> true;
            case NOT_INVITED, EXPIRED -> admission == Admission.ON_ADD;
            case REVOKED -> false;
        };
    }

    /** Whether staff may (re)invite from here: from every state but ACTIVE. */
    public boolean canInvite() {
        return stored != AccessState.ACTIVE;
    }

    /** Invited for 30 new days. */
    public PortalAccess invited(Optional<StaffId> by, Instant now) {
        return new PortalAccess(
                AccessState.INVITED, Optional.of(now), by, Optional.of(now.plus(INVITATION)), firstSignIn, lastSignIn);
    }

    /** Signed in: the first time accepts, and the invitation dies. */
    public PortalAccess signedIn(Instant now) {
        return new PortalAccess(
                AccessState.ACTIVE,
                invitedAt,
                invitedBy,
                Optional.empty(),
                Optional.of(firstSignIn.orElse(now)),
                Optional.of(now));
    }

    /** Access removed; can be invited again. */
    public PortalAccess revoked() {
        return new PortalAccess(AccessState.REVOKED, invitedAt, invitedBy, Optional.empty(), firstSignIn, lastSignIn);
    }
}

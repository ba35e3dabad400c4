package org.clientportal.model.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.practice.Admission;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalAccessTest {
    private static final Instant NOW = Instant.parse("2026-05-15T16:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(30));
    private static final PortalAccess INVITED = PortalAccess.NONE.invited(Optional.empty(), NOW);

    @Test
    @Tag("rule:IN-2")
    void anInvitationLasts30DaysAndIsOverAtTheirEnd() {
        assertThat(INVITED.at(END.minusNanos(1_000))).isEqualTo(AccessState.INVITED);
        assertThat(INVITED.at(END)).isEqualTo(AccessState.EXPIRED);
    }

    @Test
    @Tag("rule:IN-2")
    void invitedAgainItLasts30NewDays() {
        PortalAccess again = INVITED.invited(Optional.empty(), END);
        assertThat(again.at(END.plus(Duration.ofDays(30)).minusNanos(1_000))).isEqualTo(AccessState.INVITED);
    }

    @Test
    void theFirstSignInAcceptsAndLaterOnesOnlyCount() {
        PortalAccess first = INVITED.signedIn(NOW.plusSeconds(5));
        PortalAccess second = first.signedIn(NOW.plusSeconds(9));
        assertThat(second.at(END)).isEqualTo(AccessState.ACTIVE);
        assertThat(second.firstSignIn()).contains(NOW.plusSeconds(5));
        assertThat(second.lastSignIn()).contains(NOW.plusSeconds(9));
        assertThat(second.invitationEnds()).isEmpty();
    }

    @Test
    @Tag("rule:DE-6")
    void removedAccessCanBeInvitedAgain() {
        PortalAccess revoked = INVITED.signedIn(NOW).revoked();
        assertThat(revoked.at(NOW)).isEqualTo(AccessState.REVOKED);
        assertThat(revoked.canInvite()).isTrue();
        assertThat(revoked.invited(Optional.empty(), NOW).at(NOW)).isEqualTo(AccessState.INVITED);
        assertThat(INVITED.signedIn(NOW).canInvite()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_INVITED, BY_INVITATION, false", "NOT_INVITED, ON_ADD, true",
        "INVITED, BY_INVITATION, true", "INVITED, ON_ADD, true",
        "EXPIRED, BY_INVITATION, false", "EXPIRED, ON_ADD, true",
        "ACTIVE, BY_INVITATION, true", "ACTIVE, ON_ADD, true",
        "REVOKED, BY_INVITATION, false", "REVOKED, ON_ADD, false"
    })
    @Tag("rule:SI-15")
    @Tag("rule:IN-8")
    void theStateAndTheAdmissionDecideWhoMayBeLetIn(AccessState state, Admission admission, boolean opens) {
        assertThat(in(state).opens(admission, NOW)).isEqualTo(opens);
    }

    @Test
    void expiredIsNeverStoredAndAnInvitationAlwaysEnds() {
        assertThatThrownBy(() -> stored(AccessState.EXPIRED, Optional.of(END))).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> stored(AccessState.INVITED, Optional.empty())).isInstanceOf(InvalidValue.class);
    }

    private static PortalAccess in(AccessState state) {
        return switch (state) {
            case NOT_INVITED -> PortalAccess.NONE;
            case INVITED -> INVITED;
            case EXPIRED -> PortalAccess.NONE.invited(Optional.empty(), NOW.minus(PortalAccess.INVITATION));
            case ACTIVE -> INVITED.signedIn(NOW);
            case REVOKED -> INVITED.revoked();
        };
    }

    private static PortalAccess stored(AccessState state, Optional<Instant> ends) {
        return new PortalAccess(state, Optional.empty(), Optional.empty(), ends, Optional.empty(), Optional.empty());
    }
}

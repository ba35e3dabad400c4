package org.clientportal.core.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Race;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** A practice never loses its last active administrator. */
class LastAdminScenarios {
    @Scenario
    @Tag("rule:PR-5")
    void theLastAdministratorCanNeitherBeDemotedNorDisabled(World world) {
        // given
        StaffId only = World.staffId(world.admin());

        // when
        Outcome<StaffMember> demoted = world.when(() -> change(world, world.admin(), only, StaffRole.MEMBER, true));
        Outcome<StaffMember> disabled = world.when(() -> change(world, world.admin(), only, StaffRole.ADMIN, false));

        // then
        demoted.isRefused(CoreError.LAST_ADMIN);
        disabled.isRefused(CoreError.LAST_ADMIN);
        assertThat(world.portal().staff().list(world.admin()))
                .singleElement()
                .satisfies(member ->
                        assertThat(member.isAdmin() && member.active()).isTrue());
    }

    @Scenario
    @Tag("rule:PR-5")
    void aDisabledAdministratorDoesNotCount(World world) {
        // given
        Actor second = world.staff("Ben Second", StaffRole.ADMIN, ClientAccess.ALL);
        change(world, world.admin(), World.staffId(second), StaffRole.ADMIN, false);

        // when
        Outcome<StaffMember> left =
                world.when(() -> change(world, world.admin(), World.staffId(world.admin()), StaffRole.MEMBER, true));

        // then
        left.isRefused(CoreError.LAST_ADMIN);
    }

    @Scenario
    @Tag("rule:PR-5")
    void oneOfTwoAdministratorsMayGo(World world) {
        // given
        Actor second = world.staff("Ben Second", StaffRole.ADMIN, ClientAccess.ALL);

        // when
        change(world, second, World.staffId(world.admin()), StaffRole.MEMBER, true);

        // then
        world.when(() -> change(world, world.admin(), World.staffId(second), StaffRole.MEMBER, true))
                .isRefused(CoreError.ADMIN_ONLY);
    }

    @Scenario
    @Tag("rule:PR-5")
    void membersOfAPracticeWithoutAdministratorsCanBeChanged(World world) {
        // given: staff of the embedder's own administer this practice
        Actor embedder = Actors.service(world.anotherPractice().id(), "crm");
        StaffMember member = world.portal()
                .staff()
                .add(embedder, new AddStaff(World.email("Mia"), "Mia", StaffRole.MEMBER, false, ClientAccess.ALL));

        // when
        StaffMember disabled = change(world, embedder, member.id(), StaffRole.MEMBER, false);

        // then
        assertThat(disabled.active()).isFalse();
    }

    @Scenario
    @Tag("rule:PR-5")
    @Tag("promise:P16")
    void ofTwoAdministratorsWhoDemoteEachOtherOneStays(World world) {
        // given
        Actor second = world.staff("Ben Second", StaffRole.ADMIN, ClientAccess.ALL);
        StaffId first = World.staffId(world.admin());

        // when
        List<Outcome<StaffMember>> outcomes = Race.of(
                () -> world.when(() -> change(world, world.admin(), World.staffId(second), StaffRole.MEMBER, true)),
                () -> world.when(() -> change(world, second, first, StaffRole.MEMBER, true)));

        // then
        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        assertThat(world.portal().staff().list(Actors.system(world.practiceId())))
                .filteredOn(StaffMember::isAdmin)
                .hasSize(1);
    }

    private static StaffMember change(World world, Actor by, StaffId id, StaffRole role, boolean active) {
        return world.portal()
                .staff()
                .change(by, new ChangeStaff(id, role, false, ClientAccess.ALL, active, Optional.empty()));
    }
}

package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.AddContact;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.practice.SignInMeans;
import org.clientportal.model.session.StaffSession;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff sign in to the practice side. */
class StaffSideScenarios {
    private static final Duration MICRO = Duration.ofNanos(1_000);

    @Scenario
    @Tag("rule:SI-14")
    void staffSignInByLinkAndByCode(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");

        // when
        Redeemed.SignedIn byLink =
                door.opens(door.browser("mia"), asked(door, mia).token());
        world.clock().forward(Duration.ofMinutes(1));
        String code = asked(door, mia).code().orElseThrow();
        Redeemed.SignedIn byCode = door.auth
                .codes()
                .redeem(
                        door.browser("mia"),
                        Side.STAFF,
                        World.email("Mia Member").typed(),
                        code,
                        false);

        // then
        assertThat(byLink.side()).isEqualTo(Side.STAFF);
        assertThat(staff(door, byLink).orElseThrow().member().name()).isEqualTo("Mia Member");
        assertThat(staff(door, byCode)).isPresent();
        assertThat(door.browser("mia").as(staff(door, byCode).orElseThrow()).id())
                .isEqualTo(mia.principal().staff().orElseThrow());
    }

    @Scenario
    @Tag("rule:SI-5")
    @Tag("promise:P11")
    void staffAreSignedInForEightHoursAndThirtyMinutesUnusedAtMost(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        Visit browser = door.browser("mia");

        // when they even ask to stay
        Redeemed.SignedIn signedIn = (Redeemed.SignedIn)
                door.auth.links().redeem(browser, asked(door, mia).token(), Optional.empty(), true);

        // then
        assertThat(signedIn.session().expiresAt()).isEqualTo(World.START.plus(Duration.ofHours(8)));
        world.clock().forward(Duration.ofMinutes(30).minus(MICRO));
        assertThat(staff(door, signedIn)).isPresent();
        world.clock().forward(MICRO);
        assertThat(staff(door, signedIn)).isEmpty();
    }

    @Scenario
    @Tag("rule:SI-11")
    @Tag("rule:CC-16")
    void theTwoSidesNeverStandInForEachOtherAlsoWithOneAddress(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        ContactId contact = alsoContact(world, acme);
        door.auth.links().send(world.admin(), contact);
        Visit browser = door.browser("mia");
        Credential staffMail = asked(door, mia);
        Credential contactMail = door.mailTo("Mia Member");

        // then codes
        world.when(() -> door.types(browser, "Mia Member", staffMail.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
        world.when(() -> door.auth
                        .codes()
                        .redeem(
                                browser,
                                Side.STAFF,
                                World.email("Mia Member").typed(),
                                contactMail.code().orElseThrow(),
                                false))
                .isRefused(AuthError.WRONG_CODE);

        // and sessions
        Redeemed.SignedIn asStaff = door.opens(browser, staffMail.token());
        Redeemed.SignedIn asContact =
                door.opens(browser.with(List.of(asStaff.token())), contactMail.token(), "Mia Member");
        assertThat(asContact.side()).isEqualTo(Side.CONTACT);
        assertThat(staff(door, asStaff)).as("the other side's session stays").isPresent();
        assertThat(door.isSignedIn(asContact)).isTrue();
        assertThat(staff(door, asContact)).isEmpty();
        assertThat(door.isSignedIn(asStaff)).isFalse();
        assertThat(asContact.session().subject()).isNotEqualTo(asStaff.session().subject());
    }

    @Scenario
    @Tag("rule:SI-3")
    @Tag("rule:CC-16")
    void aLinkOfOneSideLeavesTheOtherSidesAlone(World world) {
        // given
        Door door = new Door(world);
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        ContactId contact = alsoContact(world, acme);
        door.auth.links().send(world.admin(), contact);

        // when
        Credential staffMail = asked(door, mia);
        door.asks(door.browser("other"), "Mia Member");

        // then
        assertThat(door.stateOf(staffMail.token())).isEqualTo(LinkView.State.LIVE);
    }

    @Scenario
    @Tag("rule:SI-11")
    @Tag("promise:P12")
    void aDisabledAccountIsOutOnTheNextRequestAndCannotAsk(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        Redeemed.SignedIn signedIn =
                door.opens(door.browser("mia"), asked(door, mia).token());
        StaffId id = mia.principal().staff().orElseThrow();
        world.clock().forward(Duration.ofMinutes(1));
        String link = asked(door, mia).token();

        // when
        setActive(world, id, false);
        int queued = door.queued().size();
        world.clock().forward(Duration.ofMinutes(1));
        ask(door);

        // then
        assertThat(staff(door, signedIn)).isEmpty();
        assertThat(door.queued()).hasSize(queued);

        // when
        setActive(world, id, true);

        // then what there was before stays dead
        assertThat(staff(door, signedIn)).isEmpty();
        assertThat(door.stateOf(link)).isEqualTo(LinkView.State.REVOKED);
    }

    @Scenario
    @Tag("promise:P12")
    void aSessionThatOutlivedItsAccountOpensNothing(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");
        Redeemed.SignedIn signedIn =
                door.opens(door.browser("mia"), asked(door, mia).token());

        // when
        door.write(unit -> {
            StaffMember member = unit.staff().lock(World.staffId(mia));
            return unit.staff().update(member.withRole(StaffRole.MEMBER, false, false));
        });

        // then
        assertThat(staff(door, signedIn)).isEmpty();
    }

    private static void setActive(World world, StaffId id, boolean active) {
        world.portal()
                .staff()
                .change(
                        world.admin(),
                        new ChangeStaff(id, StaffRole.MEMBER, false, ClientAccess.ALL, active, Optional.empty()));
    }

    @Scenario
    @Tag("rule:SI-1")
    void whatThePracticeSwitchesOffForContactsStaysForStaff(World world) {
        // given
        Door door = new Door(world);
        Actor mia = world.member("Mia Member");

        // when
        door.means(SignInMeans.GOOGLE);

        // then
        assertThat(staff(door, door.opens(door.browser("mia"), asked(door, mia).token())))
                .isPresent();
    }

    private static ContactId alsoContact(World world, Client client) {
        return world.portal()
                .contacts()
                .add(
                        world.admin(),
                        new AddContact(
                                Contact.Profile.of("Mia Member", Optional.of(World.email("Mia Member"))),
                                Map.of(client.id(), Terms.of()),
                                Optional.empty()))
                .id();
    }

    private static void ask(Door door) {
        door.auth
                .links()
                .ask(door.browser("mia"), Side.STAFF, World.email("Mia Member").typed(), Optional.empty());
    }

    private static Credential asked(Door door, Actor person) {
        ask(door);
        return door.carried(person.principal(), Links.MAIL);
    }

    private static Optional<StaffSession> staff(Door door, Redeemed.SignedIn signedIn) {
        return door.auth.sessions().staff(door.world.practiceId(), signedIn.token());
    }
}

package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.secret.Credential;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Admission;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** The address of somebody who never signed in is corrected: what was mailed to the wrong one opens nothing. */
@Tag("rule:CC-11")
@Tag("promise:P8")
class CorrectedAddressScenarios {
    private static final EmailAddress RIGHT = World.email("Jane Right");

    @Scenario
    void theLinkMailedToTheOldAddressIsDead(World world) {
        // given
        Door door = new Door(world);
        Actor jane = uninvited(door);
        Visit stranger = door.browser("stranger");
        door.asks(stranger, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        correct(door, jane, Optional.of(RIGHT));

        // then in the browser that asked, and in another one with the new address
        world.when(() -> door.opens(stranger, token)).isRefused(AuthError.LINK_REVOKED);
        world.when(() -> door.opens(door.browser("other"), token, "Jane Right")).isRefused(AuthError.LINK_REVOKED);
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    @Scenario
    void theCodeMailedToTheOldAddressOpensNothingWithTheNewOne(World world) {
        // given
        Door door = new Door(world);
        Actor jane = uninvited(door);
        Visit stranger = door.browser("stranger");
        door.asks(stranger, "Jane Doe");
        Credential mailed = door.mailTo("Jane Doe");

        // when
        correct(door, jane, Optional.of(RIGHT));

        // then
        world.when(() -> door.types(stranger, "Jane Right", mailed.code().orElseThrow()))
                .isRefused(AuthError.WRONG_CODE);
        assertThat(door.auth.sessions().own(jane)).isEmpty();
    }

    @Scenario
    void aLinkDiesWithTheAddressThatIsTakenAway(World world) {
        // given
        Door door = new Door(world);
        Actor jane = uninvited(door);
        Visit stranger = door.browser("stranger");
        door.asks(stranger, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        correct(door, jane, Optional.empty());

        // then
        world.when(() -> door.opens(stranger, token)).isRefused(AuthError.LINK_REVOKED);
    }

    @Scenario
    void anotherSpellingOfTheSameAddressLeavesTheLinkAsItIs(World world) {
        // given
        Door door = new Door(world);
        Actor jane = uninvited(door);
        Visit own = door.browser("jane");
        door.asks(own, "Jane Doe");
        String token = door.mailTo("Jane Doe").token();

        // when
        correct(door, jane, Optional.of(new EmailAddress("Jane.DOE@People.Example")));

        // then
        assertThat(door.isSignedIn(door.opens(own, token))).isTrue();
    }

    /** Somebody who is let in all the same. */
    private static Actor uninvited(Door door) {
        door.admission(Admission.ON_ADD);
        return door.world.contact("Jane Doe", door.world.client("Acme"));
    }

    private static void correct(Door door, Actor person, Optional<EmailAddress> email) {
        Contact.Profile corrected = Contact.Profile.of("Jane Doe", email);
        door.world
                .portal()
                .contacts()
                .change(door.world.admin(), World.contactId(person), corrected, true, Optional.empty());
    }
}

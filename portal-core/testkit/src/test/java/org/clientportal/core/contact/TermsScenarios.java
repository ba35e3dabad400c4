package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff set permissions and label of a contact at one client. */
class TermsScenarios {
    @Scenario
    @Tag("rule:CC-15")
    void aNewAssignmentHasNoFlagsUnlessGiven(World world) {
        // given
        Client acme = world.client("Acme");
        Contact.Profile jane = Contact.Profile.of("Jane Doe", Optional.empty());

        // when
        world.portal().contacts().addToClient(world.admin(), acme.id(), jane, Terms.BASE);

        // then
        assertThat(world.portal().contacts().ofClient(world.admin(), acme.id()))
                .singleElement()
                .satisfies(row -> assertThat(row.grants().get(0).assignment().permissions())
                        .isEmpty());
    }

    @Scenario
    @Tag("rule:CC-15")
    void anyStaffSetsPermissionsAndLabelOfThatAssignmentOnly(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact("Joe Doe", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));
        Actor mia = world.member("Mia Member", acme);
        Terms owner = new Terms(Set.of(Permission.TAX, Permission.FILES), Relationship.OWNER);

        // when
        world.portal().assignments().setTerms(mia, World.assignmentId(joe, acme), owner, Optional.of(0L));

        // then
        List<Grant> grants = world.portal()
                .contacts()
                .get(world.admin(), World.contactId(joe))
                .grants();
        assertThat(grants)
                .extracting(
                        g -> g.assignment().permissions(), g -> g.assignment().relationship())
                .containsExactly(tuple(owner.permissions(), Relationship.OWNER), tuple(Set.of(), Relationship.OTHER));
    }

    @Scenario
    @Tag("rule:CC-15")
    void twoWhoSetTheSameAssignmentDoNotOverwriteEachOther(World world) {
        // given
        Client acme = world.client("Acme");
        Actor joe = world.contact("Joe Doe", acme);
        AssignmentId id = World.assignmentId(joe, acme);
        world.portal().assignments().setTerms(world.admin(), id, Terms.of(Permission.TAX), Optional.of(0L));

        // when
        Outcome<Assignment> second = world.when(() ->
                world.portal().assignments().setTerms(world.admin(), id, Terms.of(Permission.FILES), Optional.of(0L)));

        // then
        second.isRefused(CoreError.CHANGED_MEANWHILE);
    }

    @Scenario
    @Tag("rule:CC-15")
    @Tag("rule:PM-9")
    void whoIsNotAContactOfTheClientCannotBeGivenTerms(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact("Joe Doe", beta);

        // when
        AssignmentId elsewhere = World.assignmentId(joe, acme);
        AssignmentId unknown = new AssignmentId(new ContactId(UUID.randomUUID()), acme.id());

        // then
        for (AssignmentId id : List.of(elsewhere, unknown)) {
            world.when(() -> world.portal().assignments().setTerms(world.admin(), id, Terms.BASE, Optional.empty()))
                    .isRefused(CoreError.NOT_FOUND);
            world.when(() -> world.portal().assignments().makeMain(world.admin(), id))
                    .isRefused(CoreError.NOT_FOUND);
            world.whenDone(() -> world.portal().assignments().unassign(world.admin(), id))
                    .isRefused(CoreError.NOT_FOUND);
        }
    }

    @Scenario
    @Tag("rule:CC-10")
    void oneContactOfAClientIsTheMainOneAndComesFirst(World world) {
        // given
        Client acme = world.client("Acme");
        Actor amy = world.contact("Amy First", acme);
        Actor bob = world.contact("Bob Second", acme);
        world.portal().assignments().makeMain(world.admin(), World.assignmentId(amy, acme));

        // when
        world.portal().assignments().makeMain(world.admin(), World.assignmentId(bob, acme));

        // then
        List<ContactRow> tab = world.portal().contacts().ofClient(world.admin(), acme.id());
        assertThat(tab)
                .extracting(
                        row -> row.contact().name().orElseThrow(),
                        row -> row.grants().get(0).assignment().main())
                .containsExactly(tuple("Bob Second", true), tuple("Amy First", false));
        assertThat(world.audited(World.contactId(bob)).get(0)).isEqualTo("permissions_changed");
    }

    @Scenario
    @Tag("rule:PM-12")
    void theLastClientAdminMayGo(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);

        // when
        Assignment changed = world.portal()
                .assignments()
                .setTerms(world.admin(), World.assignmentId(jane, acme), Terms.BASE, Optional.empty());

        // then
        assertThat(changed.permissions()).isEmpty();
    }
}

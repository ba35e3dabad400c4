package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clientportal.core.Actor;
import org.clientportal.core.document.Author;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Unassigning ends one relation; the person and its other clients stay. */
class UnassignScenarios {
    @Scenario
    @Tag("rule:DE-1")
    void accessToThatClientEndsAtOnceAndOtherClientsStay(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = both(world, acme, beta);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "acme.pdf");
        Document other = world.document(world.admin(), beta, FolderKind.ORDINARY, "beta.pdf");

        // when
        world.portal().assignments().unassign(world.admin(), World.assignmentId(joe, acme));

        // then
        world.when(() -> world.portal().documents().get(joe, file.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.filesSeen(joe, acme)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().clients().get(joe, acme.id())).isRefused(CoreError.NOT_FOUND);
        world.thenReads(joe, other, "beta.pdf");
        assertThat(world.portal().contacts().self(joe).email()).contains(World.email("Joe Both"));
    }

    @Scenario
    @Tag("rule:DE-1")
    @Tag("rule:DE-3")
    void itsFilesStayAndShowAsFromUnknownToTheClientsContacts(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = both(world, acme, beta);
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(joe, acme, FolderKind.ORDINARY, "from-joe.pdf");
        assertThat(author(world, jane, file).name()).contains("Joe Both");

        // when
        world.portal().assignments().unassign(world.admin(), World.assignmentId(joe, acme));

        // then
        assertThat(author(world, jane, file)).isEqualTo(Author.UNKNOWN);
        world.thenReads(jane, file, "from-joe.pdf");
        assertThat(author(world, world.admin(), file).name()).contains("Joe Both");
    }

    @Scenario
    @Tag("rule:DE-1")
    void assignedAgainTheNameReturns(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = both(world, acme, beta);
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document file = world.document(joe, acme, FolderKind.ORDINARY, "from-joe.pdf");
        world.portal().assignments().unassign(world.admin(), World.assignmentId(joe, acme));

        // when
        Map<ClientId, Terms> again = Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE);
        world.portal().assignments().setClients(world.admin(), World.contactId(joe), again);

        // then
        assertThat(author(world, jane, file).name()).contains("Joe Both");
        assertThat(author(world, joe, file).kind()).isEqualTo(Author.Kind.SELF);
    }

    @Scenario
    @Tag("rule:DE-1")
    void nobodyOnTheClientsSideIsTold(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = both(world, acme, beta);
        world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);

        // when
        world.portal().assignments().unassign(world.admin(), World.assignmentId(joe, acme));
        world.portal().assignments().unassign(world.admin(), World.assignmentId(joe, beta));

        // then
        assertThat(world.messages()).isEmpty();
    }

    @Scenario
    @Tag("rule:DE-1")
    void theLastRelationTakesThePersonWithIt(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Actor mia = world.member("Mia Member", acme);

        // when
        world.portal().assignments().unassign(mia, World.assignmentId(jane, acme));

        // then
        world.when(() -> world.portal().contacts().get(world.admin(), World.contactId(jane)))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(world.audited(World.contactId(jane))).startsWith("contact_deleted", "contact_unassigned");
    }

    @Scenario
    @Tag("rule:DE-1")
    void aMembersUnassignmentLeavesRelationsOutsideItsReach(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = both(world, acme, beta);
        Actor mia = world.member("Mia Member", acme);

        // when
        world.portal().assignments().unassign(mia, World.assignmentId(joe, acme));

        // then
        assertThat(world.portal().clients().get(joe, beta.id())).isEqualTo(beta);
    }

    private static Actor both(World world, Client acme, Client beta) {
        Terms files = Terms.of(Permission.FILES);
        return world.contact("Joe Both", Map.of(acme.id(), files, beta.id(), files));
    }

    private static Author author(World world, Actor viewer, Document document) {
        return world.portal().documents().get(viewer, document.id()).author();
    }
}

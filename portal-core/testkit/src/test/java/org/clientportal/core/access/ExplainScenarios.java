package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.Scope;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Staff ask who sees a document and why, and get the rule that decides. */
class ExplainScenarios {
    @Scenario
    @Tag("rule:PM-10")
    void theRuleThatDecidesIsNamed(World world) {
        // given
        Client acme = world.client("Acme");
        Actor admin = world.contact("Ada Admin", acme, Permission.CLIENT_ADMIN);
        Actor files = world.contact("Fay Files", acme, Permission.FILES);
        Actor tax = world.contact("Tom Tax", acme, Permission.TAX);
        Actor base = world.contact("Bob Base", acme);
        Document ordinary = world.document(world.admin(), acme, FolderKind.ORDINARY, "a.pdf");
        Document inTax = world.document(world.admin(), acme, FolderKind.TAX_RETURN, "b.pdf");
        Document hidden = world.hiddenDocument(acme, FolderKind.ORDINARY, "c.pdf");
        Document own = world.document(admin, acme, FolderKind.ORDINARY, "d.pdf");

        // then
        thenSays(world, admin, ordinary, true, "PM-1", "granted");
        thenSays(world, files, ordinary, true, "PM-4", "granted");
        thenSays(world, tax, inTax, true, "PM-5", "granted");
        thenSays(world, files, inTax, false, "PM-4", "tax_folder");
        thenSays(world, base, ordinary, false, "PM-6", "no_permission");
        thenSays(world, admin, hidden, false, "DO-1", "hidden");
        thenSays(world, admin, own, true, "DO-10", "granted");
    }

    @Scenario
    @Tag("rule:PM-10")
    void trashRelationAndRemovedAccessAreExplainedToo(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor elsewhere = world.contact("Bob Beta", beta, Permission.CLIENT_ADMIN);
        Actor revoked = world.contact("Rex Revoked", acme, Permission.FILES);
        Actor suspended = world.contact("Sue Suspended", acme, Permission.FILES);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "a.pdf");
        Document trashed = world.document(world.admin(), acme, FolderKind.ORDINARY, "b.pdf");

        // when
        world.portal().filing().delete(world.admin(), trashed.id());
        world.storage().write(Scope.of(world.practiceId()), unit -> {
            Contact rex = unit.contacts().lock(World.contactId(revoked));
            unit.contacts().update(rex.withAccess(rex.access().revoked()));
            Assignment sue = unit.assignments().lock(World.assignmentId(suspended, acme));
            return unit.assignments().update(sue.withSuspended(true));
        });

        // then
        thenSays(world, jane, trashed, false, "DO-5", "in_trash");
        thenSays(world, elsewhere, file, false, "PM-8", "not_assigned");
        thenSays(world, revoked, file, false, "DE-6", "revoked");
        thenSays(world, suspended, file, false, "DE-6", "suspended");
        world.when(() -> world.portal().documents().get(revoked, file.id())).isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> world.portal().documents().get(suspended, file.id())).isRefused(CoreError.NOT_FOUND);
        assertThat(world.portal().home().of(suspended, Optional.empty()).businesses())
                .isEmpty();
    }

    @Scenario
    @Tag("rule:PM-10")
    void whoSeesListsEveryContactOfTheClientThoseWhoDoFirst(World world) {
        // given
        Client acme = world.client("Acme");
        Actor base = world.contact("Bob Base", acme);
        Actor files = world.contact("Fay Files", acme, Permission.FILES);
        world.contact("Olga Other", world.client("Other"), Permission.CLIENT_ADMIN);
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "a.pdf");

        // when
        List<Explanation> all = world.portal().explain().whoSees(world.admin(), file.id());

        // then
        assertThat(all)
                .extracting(Explanation::contact, Explanation::allowed)
                .containsExactly(tuple(World.contactId(files), true), tuple(World.contactId(base), false));
    }

    private static void thenSays(
            World world, Actor contact, Document document, boolean allowed, String rule, String reason) {
        assertThat(world.portal().explain().whether(world.admin(), World.contactId(contact), document.id()))
                .isEqualTo(new Explanation(World.contactId(contact), allowed, rule, reason));
        assertThat(world.when(() -> world.portal().documents().get(contact, document.id()))
                        .succeeded())
                .isEqualTo(allowed);
    }
}

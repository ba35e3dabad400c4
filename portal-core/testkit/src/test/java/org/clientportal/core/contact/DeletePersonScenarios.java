package org.clientportal.core.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.document.Author;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.model.session.SessionId;
import org.clientportal.storage.Scope;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Deleting a person erases it; what it left with the firm stays, as from 'Unknown'. */
class DeletePersonScenarios {
    @Scenario
    @Tag("rule:DE-2")
    void everyRelationGoesAndNothingNamesThePerson(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact("Joe Both", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));
        ContactId id = World.contactId(joe);

        // when
        Deletion.Consequences done = world.portal().deletion().delete(world.admin(), id);

        // then
        assertThat(done.clients()).isEqualTo(2);
        assertThat(world.portal().contacts().ofClient(world.admin(), acme.id())).isEmpty();
        assertThat(world.portal().contacts().ofClient(world.admin(), beta.id())).isEmpty();
        Contact tombstone = stored(world, id);
        assertThat(tombstone.isLiving()).isFalse();
        assertThat(tombstone.profile()).isEmpty();
        assertThat(tombstone.deletedAt()).contains(world.clock().instant());
    }

    @Scenario
    @Tag("rule:DE-2")
    void aDeletedPersonIsNobodyOnItsNextRequest(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document file = world.document(jane, acme, FolderKind.ORDINARY, "file.pdf");

        // when
        world.portal().deletion().delete(world.admin(), World.contactId(jane));

        // then
        Portal portal = world.portal();
        world.when(() -> portal.home().of(jane, Optional.empty())).isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> portal.documents().get(jane, file.id())).isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> portal.documents().get(jane, new DocumentId(UUID.randomUUID())))
                .isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> portal.filing().delete(jane, file.id())).isRefused(CoreError.SIGN_IN_REQUIRED);
        world.when(() -> world.document(jane, acme, FolderKind.ORDINARY, "more.pdf"))
                .isRefused(CoreError.SIGN_IN_REQUIRED);
    }

    @Scenario
    @Tag("rule:DE-2")
    @Tag("promise:P12")
    void sessionsAndLinksDie(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        Principal subject = jane.principal();
        SessionId session = new SessionId(UUID.randomUUID());
        SecretId link = new SecretId(UUID.randomUUID());
        Instant now = world.clock().instant();
        String unique = UUID.randomUUID().toString();
        world.storage().write(Scope.of(world.practiceId()), unit -> {
            unit.sessions().insert(Credentials.session(session, subject, unique, now));
            unit.secrets().insert(Credentials.link(link, subject, unique, now));
            return true;
        });
        assertThat(world.portal()
                        .deletion()
                        .preview(world.admin(), World.contactId(jane))
                        .sessions())
                .isEqualTo(1);

        // when
        Deletion.Consequences done = world.portal().deletion().delete(world.admin(), World.contactId(jane));

        // then
        assertThat(done.sessions()).isEqualTo(1);
        world.storage().read(Scope.of(world.practiceId()), view -> {
            assertThat(view.sessions().live(subject, now)).isEmpty();
            assertThat(view.secrets().outstanding(subject, SecretPurpose.MAGIC_LINK))
                    .isEmpty();
            return true;
        });
    }

    @Scenario
    @Tag("rule:DE-2")
    void nobodyOnTheClientsSideIsTold(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme);
        world.contact("Amy Admin", acme, Permission.CLIENT_ADMIN);

        // when
        world.portal().deletion().delete(world.admin(), World.contactId(jane));

        // then
        assertThat(world.messages()).isEmpty();
    }

    @Scenario
    @Tag("rule:DE-2")
    void aPersonIsDeletedOnce(World world) {
        // given
        Client acme = world.client("Acme");
        ContactId jane = World.contactId(world.contact("Jane Doe", acme));
        world.portal().deletion().delete(world.admin(), jane);

        // when
        Contact.Profile profile = Contact.Profile.of("Jane Doe", Optional.empty());

        // then
        world.when(() -> world.portal().deletion().delete(world.admin(), jane)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().deletion().preview(world.admin(), jane)).isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().contacts().change(world.admin(), jane, profile, true, Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().assignments().setClients(world.admin(), jane, Map.of(acme.id(), Terms.BASE)))
                .isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:DE-3")
    void itsFilesStayAsFromUnknownAndStaffTellTheUnknownApart(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor joe = world.contact("Joe Doe", acme, Permission.FILES);
        Actor amy = world.contact("Amy Stays", acme, Permission.FILES);
        Document first = world.document(jane, acme, FolderKind.ORDINARY, "jane.pdf");
        Document second = world.document(joe, acme, FolderKind.ORDINARY, "joe.pdf");

        // when
        world.portal().deletion().delete(world.admin(), World.contactId(jane));
        world.portal().deletion().delete(world.admin(), World.contactId(joe));

        // then
        assertThat(author(world, amy, first)).isEqualTo(Author.UNKNOWN);
        assertThat(author(world, amy, second)).isEqualTo(Author.UNKNOWN);
        assertThat(author(world, world.admin(), first))
                .isEqualTo(new Author(Author.Kind.UNKNOWN, Optional.empty(), Optional.of(1)));
        assertThat(author(world, world.admin(), second).pseudonym()).contains(2);
        world.thenReads(amy, first, "jane.pdf");
        world.thenReads(world.admin(), second, "joe.pdf");
    }

    @Scenario
    @Tag("rule:DE-5")
    void theSameEmailLaterMakesANewPerson(World world) {
        // given
        Client acme = world.client("Acme");
        Actor old = world.contact("Jane Doe", acme, Permission.CLIENT_ADMIN);
        Document file = world.document(old, acme, FolderKind.ORDINARY, "old.pdf");
        world.portal().deletion().delete(world.admin(), World.contactId(old));

        // when
        Actor jane = world.contact("Jane Doe", acme);

        // then
        assertThat(World.contactId(jane)).isNotEqualTo(World.contactId(old));
        assertThat(world.filesSeen(jane, acme)).isEmpty();
        world.when(() -> world.portal().documents().get(jane, file.id())).isRefused(CoreError.NOT_FOUND);
        assertThat(author(world, world.admin(), file).name()).isEmpty();
        world.when(() -> world.portal().contacts().self(old)).isRefused(CoreError.SIGN_IN_REQUIRED);
    }

    private static Author author(World world, Actor viewer, Document document) {
        return world.portal().documents().get(viewer, document.id()).author();
    }

    private static Contact stored(World world, ContactId id) {
        return world.storage()
                .read(
                        Scope.of(world.practiceId()),
                        view -> view.contacts().find(id).orElseThrow());
    }
}

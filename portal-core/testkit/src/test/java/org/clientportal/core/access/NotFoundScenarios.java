package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.ChangeDocument;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.PortalException;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.DocumentId;
import org.clientportal.model.document.FolderId;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What one may not see is answered exactly like what does not exist. */
class NotFoundScenarios {
    @Scenario
    @Tag("rule:PM-9")
    @Tag("promise:P13")
    void aContactCannotTellWhatIsHiddenForbiddenElsewhereOrNothing(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document trashed = world.document(world.admin(), acme, FolderKind.ORDINARY, "trashed.pdf");
        world.portal().filing().delete(world.admin(), trashed.id());
        List<DocumentId> ids = List.of(
                new DocumentId(UUID.randomUUID()),
                world.hiddenDocument(acme, FolderKind.ORDINARY, "hidden.pdf").id(),
                world.document(world.admin(), acme, FolderKind.TAX_RETURN, "tax.pdf")
                        .id(),
                world.document(world.admin(), other, FolderKind.ORDINARY, "other.pdf")
                        .id(),
                trashed.id(),
                foreignDocument(world));

        // then
        Portal portal = world.portal();
        sameAnswer(ids, id -> portal.documents().get(jane, id));
        sameAnswer(ids, id -> portal.downloads().look(jane, id));
        sameAnswer(ids, id -> portal.downloads().open(jane, id, 0));
        sameAnswer(ids, id -> portal.downloads().open(jane, id, -1));
        sameAnswer(ids, id -> portal.downloads().preview(jane, id));
        sameAnswer(ids, id -> portal.downloads().thumbnail(jane, id));
        sameAnswer(ids, id -> completed(portal, jane, id));
        sameAnswer(ids, id -> portal.filing().delete(jane, id));
        sameAnswer(ids, id -> portal.filing().setVisible(jane, id, true, Optional.empty()));
        sameAnswer(ids, id -> portal.filing().restore(jane, id));
        sameAnswer(ids, id -> portal.filing().hold(jane, id, Optional.of("why")));
        sameAnswer(ids, id -> portal.explain().whoSees(jane, id));
        sameAnswer(ids, id -> portal.explain().whether(jane, World.contactId(jane), id));
    }

    @Scenario
    @Tag("rule:PM-9")
    @Tag("promise:P13")
    void aMemberCannotTellADocumentOutOfReachFromNone(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");
        Client deleted = world.client("Deleted");
        DocumentId ofDeleted = world.document(world.admin(), deleted, FolderKind.ORDINARY, "gone.pdf")
                .id();
        List<DocumentId> ids = List.of(
                new DocumentId(UUID.randomUUID()),
                world.document(world.admin(), other, FolderKind.ORDINARY, "other.pdf")
                        .id(),
                ofDeleted,
                foreignDocument(world));

        Actor mia = world.member("Mia Member", acme, deleted);

        // when
        world.portal().clients().delete(world.admin(), deleted.id());

        // then
        Portal portal = world.portal();
        sameAnswer(ids, id -> portal.documents().get(mia, id));
        sameAnswer(ids, id -> portal.downloads().open(mia, id, 0));
        sameAnswer(ids, id -> portal.filing().delete(mia, id));
        sameAnswer(ids, id -> portal.filing().restore(mia, id));
        sameAnswer(ids, id -> portal.filing().setVisible(mia, id, true, Optional.empty()));
        sameAnswer(ids, id -> portal.filing().hold(mia, id, Optional.of("why")));
        sameAnswer(ids, id -> portal.explain().whoSees(mia, id));
    }

    @Scenario
    @Tag("rule:PM-9")
    @Tag("promise:P13")
    void aClientOutOfReachIsLikeNone(World world) {
        // given
        Client acme = world.client("Acme");
        Client deleted = world.client("Deleted");
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), Terms.BASE, deleted.id(), Terms.BASE));
        Actor mia = world.member("Mia Member", acme, deleted);
        world.portal().clients().delete(world.admin(), deleted.id());
        Actor elsewhere = Actors.service(world.anotherPractice().id(), "crm");
        Client foreign = world.portal()
                .clients()
                .create(elsewhere, new CreateClient("Foreign", EntityType.OTHER, Optional.empty()));
        List<ClientId> ids =
                List.of(new ClientId(UUID.randomUUID()), world.client("Other").id(), deleted.id(), foreign.id());

        // then
        Portal portal = world.portal();
        Contact.Profile profile = Contact.Profile.of("Joe", Optional.of(World.email("Jane Doe")));
        for (Actor actor : List.of(jane, mia)) {
            sameAnswer(ids, id -> portal.clients().get(actor, id));
            sameAnswer(ids, id -> portal.folders().list(actor, id));
            sameAnswer(ids, id -> portal.documents().list(actor, DocumentFilter.of(id, PageRequest.first(5))));
            sameAnswer(ids, id -> portal.documents().years(actor, Set.of(id)));
            sameAnswer(ids, id -> portal.home().of(actor, Optional.of(id)));
            sameAnswer(ids, id -> portal.folders().create(actor, id, "Mine"));
            sameAnswer(ids, id -> portal.contacts().ofClient(actor, id));
            sameAnswer(ids, id -> portal.clients().delete(actor, id));
            sameAnswer(ids, id -> portal.contacts().addToClient(actor, id, profile, Terms.BASE));
            sameAnswer(
                    ids,
                    id -> portal.uploads()
                            .upload(
                                    actor,
                                    UploadDocument.to(
                                            id,
                                            world.folder(acme, FolderKind.ORDINARY)
                                                    .id(),
                                            "a.txt"),
                                    InputStream.nullInputStream()));
        }
    }

    @Scenario
    @Tag("rule:PM-9")
    void aFolderOutOfReachIsLikeNone(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor mia = world.member("Mia Member", acme);
        List<FolderId> ids = List.of(
                new FolderId(UUID.randomUUID()),
                world.folder(other, FolderKind.ORDINARY).id(),
                world.folder(other, FolderKind.ORGANIZER).id());
        List<FolderId> forJane = new ArrayList<>(ids);
        forJane.add(world.folder(acme, FolderKind.TAX_RETURN).id());

        // then
        Portal portal = world.portal();
        sameAnswer(ids, id -> portal.folders().rename(mia, id, "Mine", Optional.empty()));
        sameAnswer(forJane, id -> portal.folders().rename(jane, id, "Mine", Optional.empty()));
        sameAnswer(
                forJane,
                id -> portal.uploads()
                        .upload(jane, UploadDocument.to(acme.id(), id, "a.txt"), InputStream.nullInputStream()));
        Document own = world.document(mia, acme, FolderKind.ORDINARY, "own.pdf");
        sameAnswer(
                ids,
                id -> portal.filing()
                        .change(mia, ChangeDocument.filed(own.id(), id, own.name(), 2026, Optional.empty())));
    }

    @Scenario
    @Tag("rule:PM-9")
    void aContactOutOfReachIsLikeNone(World world) {
        // given
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        Actor gone = world.contact("Gone Person", acme);
        world.portal().deletion().delete(world.admin(), World.contactId(gone));
        List<ContactId> ids = List.of(
                new ContactId(UUID.randomUUID()),
                World.contactId(world.contact("Otto Other", world.client("Other"))),
                World.contactId(gone));

        // then
        Portal portal = world.portal();
        Contact.Profile taken = Contact.Profile.of("Joe", Optional.of(World.email("Otto Other")));
        sameAnswer(ids, id -> portal.contacts().get(mia, id));
        sameAnswer(ids, id -> portal.contacts().change(mia, id, taken, true, Optional.empty()));
        sameAnswer(
                ids,
                id -> portal.assignments()
                        .setTerms(mia, new AssignmentId(id, acme.id()), Terms.BASE, Optional.empty()));
        sameAnswer(ids, id -> unassigned(portal, mia, new AssignmentId(id, acme.id())));
    }

    private static DocumentId foreignDocument(World world) {
        Actor elsewhere = Actors.service(world.anotherPractice().id(), "crm");
        Portal portal = world.portal();
        Client client =
                portal.clients().create(elsewhere, new CreateClient("Foreign", EntityType.OTHER, Optional.empty()));
        FolderId folder = portal.folders().list(elsewhere, client.id()).get(0).id();
        return portal.uploads()
                .upload(elsewhere, UploadDocument.to(client.id(), folder, "a.txt"), InputStream.nullInputStream())
                .id();
    }

    private static boolean completed(Portal portal, Actor actor, DocumentId id) {
        portal.downloads().completed(actor, id);
        return true;
    }

    private static boolean unassigned(Portal portal, Actor actor, AssignmentId id) {
        portal.assignments().unassign(actor, id);
        return true;
    }

    /** All of them are refused, in every part as the first is. */
    private static <I> void sameAnswer(List<I> ids, Function<I, Object> use) {
        List<List<Object>> answers = ids.stream()
                .map(id -> catchThrowableOfType(PortalException.class, () -> use.apply(id)))
                .map(refusal -> {
                    assertThat(refusal).isNotNull();
                    return List.<Object>of(
                            refusal.getClass(),
                            refusal.code().code(),
                            refusal.words(),
                            refusal.field(),
                            refusal.details());
                })
                .toList();
        assertThat(Set.copyOf(answers)).as("answers for %s", ids).hasSize(1);
    }
}

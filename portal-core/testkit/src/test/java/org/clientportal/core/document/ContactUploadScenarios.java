package org.clientportal.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.model.document.FileName;
import org.clientportal.testkit.Outcome;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** Contacts add files where their flags let them look, and see their own whatever becomes of the flags. */
class ContactUploadScenarios {
    @Scenario
    @Tag("rule:DO-10")
    void theFlagsSayIntoWhichFoldersAContactAdds(World world) {
        // given
        Client acme = world.client("Acme");
        Actor admin = world.contact("Ada Admin", acme, Permission.CLIENT_ADMIN);
        Actor files = world.contact("Fay Files", acme, Permission.FILES);
        Actor tax = world.contact("Tom Tax", acme, Permission.TAX);
        Actor fin = world.contact("Fin Ance", acme, Permission.FINANCIAL);
        Actor base = world.contact("Bob Base", acme);

        // then
        thenAdds(world, admin, acme, true, true);
        thenAdds(world, files, acme, true, false);
        thenAdds(world, tax, acme, false, true);
        thenAdds(world, fin, acme, false, false);
        thenAdds(world, base, acme, false, false);
    }

    @Scenario
    @Tag("rule:DO-10")
    void anUploadIsVisibleAtOnceToThoseWhoSeeItsFolderAndToItsUploader(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor joe = world.contact("Joe Doe", acme, Permission.FILES);
        Actor tom = world.contact("Tom Tax", acme, Permission.TAX);

        // when: a contact cannot hide what it uploads
        UploadDocument hidden = new UploadDocument(
                acme.id(),
                world.folder(acme, FolderKind.ORDINARY).id(),
                new FileName("mine.txt"),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
        world.portal().uploads().upload(jane, hidden, InputStream.nullInputStream());

        // then
        assertThat(world.filesSeen(jane, acme)).containsExactly("mine.txt");
        assertThat(world.filesSeen(joe, acme)).containsExactly("mine.txt");
        assertThat(world.filesSeen(tom, acme)).isEmpty();
    }

    @Scenario
    @Tag("rule:DO-10")
    @Tag("rule:PM-6")
    void withoutAnyFlagLeftItStillSeesAndDeletesItsOwn(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Document own = world.document(jane, acme, FolderKind.ORDINARY, "own.pdf");
        world.document(world.admin(), acme, FolderKind.ORDINARY, "other.pdf");

        // when
        world.portal()
                .assignments()
                .setTerms(world.admin(), World.assignmentId(jane, acme), Terms.BASE, Optional.empty());

        // then
        assertThat(world.filesSeen(jane, acme)).containsExactly("own.pdf");
        world.thenReads(jane, own, "own.pdf");
        assertThat(world.portal().folders().list(jane, acme.id())).isEmpty();
        world.when(() -> world.portal().filing().delete(jane, own.id())).isDone();
    }

    @Scenario
    @Tag("rule:DO-10")
    void theAuthorIsNamedToEachAsItMayBe(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        Actor joe = world.contact("Joe Doe", acme, Permission.FILES);
        Document byJane = world.document(jane, acme, FolderKind.ORDINARY, "jane.pdf");
        Document byFirm = world.document(world.admin(), acme, FolderKind.ORDINARY, "firm.pdf");

        // then
        assertThat(author(world, jane, byJane).kind()).isEqualTo(Author.Kind.SELF);
        assertThat(author(world, joe, byJane))
                .isEqualTo(new Author(Author.Kind.CONTACT, Optional.of("Jane Doe"), Optional.empty()));
        assertThat(author(world, joe, byFirm))
                .isEqualTo(new Author(Author.Kind.FIRM, Optional.of("Ada Admin"), Optional.empty()));
    }

    private static Author author(World world, Actor viewer, Document document) {
        return world.portal().documents().get(viewer, document.id()).author();
    }

    private static void thenAdds(World world, Actor contact, Client client, boolean ordinary, boolean tax) {
        for (FolderKind kind : FolderKind.values()) {
            boolean expected = kind == FolderKind.ORDINARY ? ordinary : tax;
            UploadDocument command =
                    UploadDocument.to(client.id(), world.folder(client, kind).id(), "file.txt");
            Outcome<Boolean> check =
                    world.whenDone(() -> world.portal().uploads().check(contact, command));
            Outcome<Document> upload =
                    world.when(() -> world.portal().uploads().upload(contact, command, InputStream.nullInputStream()));
            if (expected) {
                check.isDone();
                upload.isDone();
            } else {
                check.isRefused(CoreError.NOT_FOUND);
                upload.isRefused(CoreError.NOT_FOUND);
            }
        }
    }
}

package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Portal;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** An embedder tightens or widens the policy in one place, and everything follows. */
class PolicyScenarios {
    @Scenario
    @Tag("rule:PM-11")
    void aTighterPolicyTakesAwayEverywhere(World world) {
        // given: this embedder's contacts see nothing in tax folders
        Client acme = world.client("Acme");
        Actor tom = world.contact("Tom Tax", acme, Permission.TAX);
        Document tax = world.document(world.admin(), acme, FolderKind.TAX_RETURN, "tax.pdf");

        // when
        Portal tight = world.builder()
                .policy((viewer, client, kind) -> viewer instanceof Person
                        ? Visibility.NONE
                        : Policy.published().of(viewer, client, kind))
                .build();

        // then
        DocumentFilter all = DocumentFilter.of(acme.id(), PageRequest.first(10));
        assertThat(tight.documents().list(tom, all).items()).isEmpty();
        world.when(() -> tight.documents().get(tom, tax.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> tight.downloads().open(tom, tax.id(), 0)).isRefused(CoreError.NOT_FOUND);
        assertThat(tight.folders().list(tom, acme.id())).isEmpty();
        assertThat(tight.home().of(tom, Optional.empty()).newTotal()).isZero();
        UploadDocument more = UploadDocument.to(acme.id(), tax.folder(), "more.txt");
        world.when(() -> tight.uploads().upload(tom, more, InputStream.nullInputStream()))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(tight.explain().whether(world.admin(), World.contactId(tom), tax.id()))
                .isEqualTo(new Explanation(World.contactId(tom), false, "PM-11", "policy"));
    }

    @Scenario
    @Tag("rule:PM-11")
    void aWiderPolicyGivesEverywhere(World world) {
        // given: this embedder shows every released document to every contact of the client
        Client acme = world.client("Acme");
        Actor base = world.contact("Bob Base", acme);
        Actor stranger = world.contact("Olga Other", world.client("Other"));
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // when
        Portal wide = world.builder()
                .policy((viewer, client, kind) -> kind == ResourceKind.DOCUMENT && viewer instanceof Person
                        ? Visibility.RELEASED
                        : Policy.published().of(viewer, client, kind))
                .build();

        // then
        assertThat(wide.documents().get(base, file.id()).document()).isEqualTo(file);
        assertThat(wide.documents()
                        .list(base, DocumentFilter.of(acme.id(), PageRequest.first(10)))
                        .items())
                .hasSize(1);
        assertThat(wide.explain().whether(world.admin(), World.contactId(base), file.id()))
                .isEqualTo(new Explanation(World.contactId(base), true, "PM-11", "granted"));
        world.when(() -> wide.documents().get(stranger, file.id())).isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:PM-11")
    void aPolicyForStaffHoldsInListsLookUpsAndChanges(World world) {
        // given: this embedder's members see only what is released
        Client acme = world.client("Acme");
        Actor mia = world.member("Mia Member", acme);
        Document hidden = world.hiddenDocument(acme, FolderKind.ORDINARY, "hidden.pdf");

        // when
        Portal tight = world.builder()
                .policy((viewer, client, kind) -> viewer instanceof Firm firm && !firm.admin()
                        ? Visibility.RELEASED
                        : Policy.published().of(viewer, client, kind))
                .build();

        // then
        DocumentFilter all = DocumentFilter.of(acme.id(), PageRequest.first(10));
        assertThat(tight.documents().list(mia, all).items()).isEmpty();
        assertThat(tight.documents().list(world.admin(), all).items()).hasSize(1);
        world.when(() -> tight.documents().get(mia, hidden.id())).isRefused(CoreError.NOT_FOUND);
        world.when(() -> tight.filing().setVisible(mia, hidden.id(), true, Optional.empty()))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> tight.filing().delete(mia, hidden.id())).isRefused(CoreError.NOT_FOUND);
    }
}

package org.clientportal.core.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.DocumentRow;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.DocumentId;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What a contact sees first, of all its businesses or of one. */
class HomeScenarios {
    @Scenario
    @Tag("rule:DA-1")
    void theNewestFiveNewOnesAndTheNewestFiveThatTheFirmAdded(World world) {
        // given
        Client acme = world.client("Acme");
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);
        for (int i = 1; i <= 7; i++) {
            world.document(world.admin(), acme, FolderKind.ORDINARY, i + ".pdf");
            world.clock().forward(Duration.ofMinutes(1));
        }
        world.document(jane, acme, FolderKind.ORDINARY, "mine.pdf");
        DocumentId seven = find(world, jane, "7.pdf");

        // when
        world.portal().downloads().completed(jane, seven);
        HomeView home = world.portal().home().of(jane, Optional.empty());

        // then
        assertThat(names(home.newest())).containsExactly("6.pdf", "5.pdf", "4.pdf", "3.pdf", "2.pdf");
        assertThat(names(home.recentFiles())).containsExactly("7.pdf", "6.pdf", "5.pdf", "4.pdf", "3.pdf");
        assertThat(home.newTotal()).isEqualTo(6);
    }

    @Scenario
    @Tag("rule:DA-1")
    void onlyWhatThisContactMaySee(World world) {
        // given
        Client acme = world.client("Acme");
        world.hiddenDocument(acme, FolderKind.ORDINARY, "hidden.pdf");
        world.document(world.admin(), acme, FolderKind.ORGANIZER, "organizer.pdf");
        world.document(world.admin(), world.client("Other"), FolderKind.ORDINARY, "other.pdf");
        world.document(world.admin(), acme, FolderKind.ORDINARY, "file.pdf");

        // when
        HomeView home = world.portal().home().of(world.contact("Jane Doe", acme, Permission.FILES), Optional.empty());

        // then
        assertThat(names(home.newest())).containsExactly("file.pdf");
        assertThat(names(home.recentFiles())).containsExactly("file.pdf");
        assertThat(home.newTotal()).isEqualTo(1);
    }

    @Scenario
    @Tag("rule:DA-2")
    void allBusinessesOrOneAndEveryItemNamesItsOwn(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Terms files = Terms.of(Permission.FILES);
        Actor joe = world.contact("Joe Both", Map.of(beta.id(), files, acme.id(), files));
        world.document(world.admin(), acme, FolderKind.ORDINARY, "a.pdf");
        world.clock().forward(Duration.ofMinutes(1));
        world.document(world.admin(), beta, FolderKind.ORDINARY, "b.pdf");

        // when
        HomeView all = world.portal().home().of(joe, Optional.empty());
        HomeView one = world.portal().home().of(joe, Optional.of(acme.id()));

        // then
        assertThat(all.businesses()).extracting(Client::name).containsExactly("Acme", "Beta");
        assertThat(all.newest())
                .extracting(
                        row -> row.document().client(),
                        row -> row.document().name().value())
                .containsExactly(tuple(beta.id(), "b.pdf"), tuple(acme.id(), "a.pdf"));
        assertThat(one.businesses()).extracting(Client::name).containsExactly("Acme", "Beta");
        assertThat(names(one.newest())).containsExactly("a.pdf");
        assertThat(one.newDocuments()).containsOnly(entry(acme.id(), 1));
    }

    @Scenario
    @Tag("rule:DA-2")
    @Tag("rule:PM-9")
    void aBusinessThatIsNotTheContactsIsNotFound(World world) {
        // given
        Client acme = world.client("Acme");
        Client other = world.client("Other");

        // when
        Actor jane = world.contact("Jane Doe", acme, Permission.FILES);

        // then
        world.when(() -> world.portal().home().of(jane, Optional.of(other.id())))
                .isRefused(CoreError.NOT_FOUND);
        world.when(() -> world.portal().home().of(world.admin(), Optional.of(acme.id())))
                .isRefused(CoreError.NOT_FOUND);
    }

    @Scenario
    @Tag("rule:DA-2")
    void theListIsFilteredByBusinessToo(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Terms files = Terms.of(Permission.FILES);
        Actor joe = world.contact("Joe Both", Map.of(beta.id(), files, acme.id(), files));
        world.document(world.admin(), acme, FolderKind.ORDINARY, "a.pdf");
        world.document(world.admin(), beta, FolderKind.ORDINARY, "b.pdf");

        // then
        assertThat(world.filesSeen(joe, acme)).containsExactly("a.pdf");
        assertThat(names(world.portal()
                        .documents()
                        .list(joe, DocumentFilter.all(PageRequest.first(10)))
                        .items()))
                .containsExactlyInAnyOrder("a.pdf", "b.pdf");
    }

    private static DocumentId find(World world, Actor actor, String name) {
        return world.portal().documents().list(actor, DocumentFilter.all(PageRequest.first(50))).items().stream()
                .filter(row -> row.document().name().value().equals(name))
                .findFirst()
                .orElseThrow()
                .document()
                .id();
    }

    private static List<String> names(List<DocumentRow> rows) {
        return rows.stream().map(row -> row.document().name().value()).toList();
    }
}

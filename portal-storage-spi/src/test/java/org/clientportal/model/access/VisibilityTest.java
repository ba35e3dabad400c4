package org.clientportal.model.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.model.contact.ContactId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rule:PM-4")
@Tag("promise:P14")
class VisibilityTest {
    private static final ContactId ME = ContactId.of("00000000-0000-7000-8000-000000000001");
    private static final ContactId OTHER = ContactId.of("00000000-0000-7000-8000-000000000002");

    @Test
    void nothingAdmitsNothingAndTheFirmSeesAll() {
        assertThat(items()).noneMatch(Visibility.NONE::admits).allMatch(Visibility.ALL::admits);
    }

    @Test
    void hiddenItemsAreAdmittedByNoPublishedVisibility() {
        for (Visibility visibility : published()) {
            assertThat(items()).filteredOn(item -> !item.released()).noneMatch(visibility::admits);
        }
    }

    @Test
    void releasedAdmitsAllThatIsReleased() {
        assertThat(items())
                .allSatisfy(item -> assertThat(Visibility.RELEASED.admits(item)).isEqualTo(item.released()));
    }

    @Test
    void ownAdmitsOnlyWhatTheViewerMade() {
        assertThat(items())
                .allSatisfy(item -> assertThat(Visibility.own(ME).admits(item))
                        .isEqualTo(item.released() && item.author().equals(Optional.of(ME))));
    }

    @Test
    void addressedAdmitsTheAddresseesAndIfSaidWhatIsOpenToAll() {
        assertThat(items()).allSatisfy(item -> {
            boolean mine = item.addressees().contains(ME);
            boolean open = item.addressees().isEmpty();
            assertThat(Visibility.addressed(ME, false).admits(item)).isEqualTo(item.released() && mine);
            assertThat(Visibility.addressed(ME, true).admits(item)).isEqualTo(item.released() && (mine || open));
        });
    }

    @Test
    void foldersAdmitByKindAndNeverWhatLiesInNone() {
        Visibility tax = Visibility.folders(Set.of(FolderKind.TAX_RETURN));
        assertThat(items())
                .allSatisfy(item -> assertThat(tax.admits(item))
                        .isEqualTo(item.released() && item.folder().equals(Optional.of(FolderKind.TAX_RETURN))));
    }

    @Test
    void unitedTheyAdmitWhatAnyOfThemAdmits() {
        List<Visibility> all = new ArrayList<>(published());
        all.add(Visibility.NONE);
        all.add(Visibility.ALL);
        for (Visibility one : all) {
            for (Visibility two : all) {
                Visibility united = one.or(two);
                assertThat(items())
                        .allSatisfy(item -> assertThat(united.admits(item))
                                .as("%s or %s on %s", one, two, item)
                                .isEqualTo(one.admits(item) || two.admits(item)));
            }
        }
    }

    @Test
    void unitedTheyNeverAdmitWhatNoneOfThemAdmits() {
        // given: an embedder's own, which shows drafts to their author
        Visibility drafts =
                new Visibility(Visibility.Breadth.SOME, false, Set.of(), true, false, false, Optional.of(ME));

        for (Visibility one : published()) {
            // when
            Visibility united = one.or(drafts);

            // then
            assertThat(items()).filteredOn(united::admits).allMatch(item -> one.admits(item) || drafts.admits(item));
            assertThat(drafts.or(one)).isEqualTo(united);
        }
    }

    @Test
    void twoViewersCannotBeUnited() {
        assertThatThrownBy(() -> Visibility.own(ME).or(Visibility.own(OTHER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Visibility> published() {
        return List.of(
                Visibility.RELEASED,
                Visibility.own(ME),
                Visibility.addressed(ME, false),
                Visibility.addressed(ME, true),
                Visibility.folders(Set.of(FolderKind.ORDINARY)),
                Visibility.folders(Set.of(FolderKind.TAX_RETURN, FolderKind.ORGANIZER)),
                Visibility.own(ME).or(Visibility.folders(Set.of(FolderKind.ORDINARY))));
    }

    /** Every combination of what a decision looks at. */
    private static List<Traits> items() {
        List<Optional<FolderKind>> folders = new ArrayList<>(List.of(Optional.empty()));
        Stream.of(FolderKind.values()).map(Optional::of).forEach(folders::add);
        List<Traits> items = new ArrayList<>();
        for (boolean released : List.of(true, false)) {
            for (Optional<FolderKind> folder : folders) {
                for (Optional<ContactId> author :
                        List.of(Optional.<ContactId>empty(), Optional.of(ME), Optional.of(OTHER))) {
                    for (Set<ContactId> to :
                            List.of(Set.<ContactId>of(), Set.of(ME), Set.of(OTHER), Set.of(ME, OTHER))) {
                        items.add(new Traits(released, folder, author, to));
                    }
                }
            }
        }
        return items;
    }
}

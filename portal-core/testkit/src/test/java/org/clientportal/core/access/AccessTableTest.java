package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.access.ResourceKind;
import org.clientportal.model.access.Traits;
import org.clientportal.model.access.Visibility;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.staff.ClientAccess;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The access table against {@link Expected}, written down on its own: every kind, every set of flags, every item. */
@Tag("promise:P14")
class AccessTableTest {
    private static final ContactId ME = new ContactId(new UUID(7, 1));
    private static final ContactId OTHER = new ContactId(new UUID(7, 2));

    @Test
    @Tag("rule:PM-1")
    @Tag("rule:PM-2")
    @Tag("rule:PM-3")
    @Tag("rule:PM-4")
    @Tag("rule:PM-5")
    @Tag("rule:PM-6")
    @Tag("rule:PM-7")
    @Tag("rule:PM-13")
    void everyDecisionIsTheOneExpected() {
        int decisions = 0;
        for (ResourceKind kind : ResourceKind.values()) {
            for (Set<Permission> flags : Flags.everySet()) {
                Visibility visibility = AccessTable.visibility(ME, flags, kind);
                for (Traits item : everyItem()) {
                    assertThat(visibility.admits(item))
                            .as("%s with %s: %s", kind, flags, item)
                            .isEqualTo(Expected.sees(ME, flags, kind, item));
                    decisions++;
                }
            }
        }
        assertThat(decisions).isEqualTo(11 * 16 * 96);
    }

    @Test
    @Tag("rule:PM-6")
    void flagsOnlyAdd() {
        for (ResourceKind kind : ResourceKind.values()) {
            for (Set<Permission> fewer : Flags.everySet()) {
                for (Set<Permission> more : Flags.everySet()) {
                    if (more.containsAll(fewer)) {
                        Visibility less = AccessTable.visibility(ME, fewer, kind);
                        Visibility greater = AccessTable.visibility(ME, more, kind);
                        assertThat(everyItem()).filteredOn(less::admits).allMatch(greater::admits);
                    }
                }
            }
        }
    }

    @Test
    void everyKindHasARowAndEveryRowNamesItsRule() {
        assertThat(AccessTable.rules()).extracting(AccessRule::kind).contains(ResourceKind.values());
        assertThat(AccessTable.rules()).extracting(AccessRule::rule).allMatch(rule -> rule.matches("[A-Z]{2}-[0-9]+"));
    }

    @Test
    void whatIsExpectedIsWrittenForEveryKind() {
        assertThat(Expected.kinds())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ResourceKind.values()).map(Enum::name).toList());
    }

    @Test
    void thePublishedDocumentIsTheTableAsItStands() throws IOException {
        if (Boolean.getBoolean("portal.rules.write")) {
            AccessDocument.write();
        }
        assertThat(AccessDocument.file()).hasContent(AccessDocument.text());
    }

    @Test
    void nothingButANamedViewerWithAGrantSeesAnything() {
        ClientId client = new ClientId(new UUID(7, 3));
        Person nobody = new Person(ME, id -> Optional.empty(), List::of);
        for (ResourceKind kind : ResourceKind.values()) {
            assertThat(Policy.published().of(nobody, client, kind)).isEqualTo(Visibility.NONE);
            assertThat(Policy.published().of(new Firm(false, ClientAccess.only(Set.of())), client, kind))
                    .isEqualTo(Visibility.NONE);
        }
    }

    private static List<Traits> everyItem() {
        List<Traits> items = new ArrayList<>();
        for (boolean released : List.of(true, false)) {
            for (Optional<FolderKind> folder : folders()) {
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

    private static List<Optional<FolderKind>> folders() {
        return Stream.concat(
                        Stream.of(Optional.<FolderKind>empty()),
                        Stream.of(FolderKind.values()).map(Optional::of))
                .toList();
    }
}

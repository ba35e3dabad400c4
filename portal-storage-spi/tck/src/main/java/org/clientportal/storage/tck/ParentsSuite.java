package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.document.Folder;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What records refer to: STO-11 and STO-17. */
public abstract class ParentsSuite extends StorageSuite {
    protected ParentsSuite() {}

    @TestFactory
    Stream<DynamicTest> aRecordCannotReferToAnotherPractice() {
        Family own = storedFamily(samples);
        Family strange = storedFamily(storedPractice());
        return tests("STO-11 ", " of another practice is refused", scope, childrenOf(own, strange));
    }

    @TestFactory
    Stream<DynamicTest> aRecordCannotReferToWhatDoesNotExist() {
        Family own = storedFamily(samples);
        Family never = Family.of(samples);
        return tests("STO-17 ", " that does not exist is refused", scope, childrenOf(own, never));
    }

    @TestFactory
    Stream<DynamicTest> aRecordCannotBeOfNoPractice() {
        Samples nowhere = Samples.fresh();
        Map<String, Consumer<WriteUnit>> orphans = new LinkedHashMap<>();
        orphans.put("staff", unit -> unit.staff().insert(nowhere.staff("Ada")));
        orphans.put("client", unit -> unit.clients().insert(nowhere.client("Diner")));
        orphans.put("contact", unit -> unit.contacts().insert(nowhere.contact("Joe")));
        return tests("STO-17 ", " of a practice that does not exist is refused", nowhere.scope(), orphans);
    }

    private Stream<DynamicTest> tests(String before, String after, Scope in, Map<String, Consumer<WriteUnit>> orphans) {
        return orphans.entrySet().stream()
                .map(orphan -> DynamicTest.dynamicTest(
                        before + orphan.getKey() + after,
                        () -> assertThatThrownBy(() -> change(in, orphan.getValue()))
                                .isInstanceOf(ParentMissing.class)));
    }

    /** Every way to refer to something of the stranger's, the rest being one's own. */
    private Map<String, Consumer<WriteUnit>> childrenOf(Family own, Family strange) {
        Folder strangeFolder = new Folder(strange.folder().id(), own.client().id(), FolderKind.ORDINARY, "Receipts", 0);
        Folder strangeClient = new Folder(own.folder().id(), strange.client().id(), FolderKind.ORDINARY, "Receipts", 0);
        Map<String, Consumer<WriteUnit>> children = new LinkedHashMap<>();
        children.put(
                "assignment of a contact",
                unit -> unit.assignments().insert(samples.assignment(strange.contact(), own.client())));
        children.put(
                "assignment to a client",
                unit -> unit.assignments().insert(samples.assignment(own.contact(), strange.client())));
        children.put("folder of a client", unit -> unit.folders().insert(samples.folder(strange.client(), "Bills")));
        children.put("document in a folder", unit -> unit.documents().insert(samples.document(strangeFolder, "a.pdf")));
        children.put("document of a client", unit -> unit.documents().insert(samples.document(strangeClient, "a.pdf")));
        children.put(
                "document moved into a folder",
                unit -> unit.documents()
                        .update(own.document()
                                .filed(strange.folder(), own.document().name(), 2026)));
        children.put(
                "download of a document",
                unit -> unit.documents()
                        .markDownloaded(strange.document().id(), own.contact().id(), Samples.NOW));
        children.put(
                "download by a contact",
                unit -> unit.documents()
                        .markDownloaded(own.document().id(), strange.contact().id(), Samples.NOW));
        children.put(
                "session of a contact",
                unit -> unit.sessions()
                        .insert(samples.session(Principal.of(strange.contact().id()))));
        children.put(
                "session of a member",
                unit -> unit.sessions()
                        .insert(samples.session(Principal.of(strange.staff().id()))));
        children.put("message about a client", unit -> unit.outbox().insert(about(strange)));
        return children;
    }

    private OutboxMessage about(Family family) {
        OutboxMessage bare = samples.message(Lane.NOTICE, "notice", Optional.empty(), Samples.NOW);
        return new OutboxMessage(
                bare.id(),
                bare.lane(),
                bare.kind(),
                bare.to(),
                Optional.of(family.client().id()),
                bare.values(),
                bare.sealedSecret(),
                bare.createdAt(),
                bare.dueAt(),
                bare.expiresAt(),
                bare.state(),
                bare.attempts(),
                bare.failure(),
                bare.settledAt(),
                bare.version());
    }
}

package org.clientportal.core.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.clientportal.core.Portal;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.document.DocumentFilter;
import org.clientportal.core.document.UploadDocument;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.document.Document;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.Scope;
import org.clientportal.storage.StorageException.TransientConflict;
import org.clientportal.storage.WriteUnit;
import org.clientportal.testkit.ForwardingStorage;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What use cases do within a transaction that their caller began. */
class CallersTransactionScenarios {
    private static final CreateClient ACME = CreateClient.of("Acme", EntityType.COMPANY);

    @Scenario
    @Tag("promise:P16")
    void aConflictWithinTheCallersTransactionIsTheCallersToRunAgain(World world) {
        // given
        AtomicInteger runs = new AtomicInteger();
        Portal portal = portal(world, new Conflicting(world.storage(), true, runs));

        // when
        var outcome = world.when(() -> portal.clients().create(world.admin(), ACME));

        // then
        outcome.isRefused(CoreError.BUSY);
        assertThat(runs).hasValue(1);
    }

    @Scenario
    @Tag("promise:P16")
    void aConflictOfTheUnitsOwnIsRunAgain(World world) {
        // given
        AtomicInteger runs = new AtomicInteger();
        Portal portal = portal(world, new Conflicting(world.storage(), false, runs));

        // when
        var outcome = world.when(() -> portal.clients().create(world.admin(), ACME));

        // then
        outcome.isRefused(CoreError.BUSY);
        assertThat(runs).hasValue(12);
    }

    @Scenario
    @Tag("promise:P25")
    @Tag("promise:P26")
    void whatCommitsStepByStepIsRefusedWithinTheCallersTransaction(World world) {
        // given
        Client acme = world.client("Acme");
        Document file = world.document(world.admin(), acme, FolderKind.ORDINARY, "a.txt");
        Portal portal = portal(world, new Joining(world.storage()));
        UploadDocument upload = UploadDocument.to(acme.id(), file.folder(), "b.txt");

        // when, then
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> portal.uploads().upload(world.admin(), upload, new ByteArrayInputStream(new byte[10])))
                .withMessageContaining("outside of a transaction");
        assertThatIllegalStateException().isThrownBy(() -> portal.downloads().open(world.admin(), file.id(), 0));
        assertThatIllegalStateException().isThrownBy(portal::runJobsOnce);
        assertThat(portal.documents()
                        .list(world.admin(), DocumentFilter.of(acme.id(), PageRequest.first(5)))
                        .items())
                .hasSize(1);
        assertThat(world.contentKeys()).hasSize(1);
    }

    private static Portal portal(World world, PortalStorage storage) {
        return world.builder().storage(storage).build();
    }

    /** Storage whose caller has a transaction. */
    private static final class Joining extends ForwardingStorage {
        Joining(PortalStorage storage) {
            super(storage);
        }

        @Override
        public boolean joins() {
            return true;
        }

        @Override
        public void close() {}
    }

    /** Storage in which whoever writes loses against somebody. */
    private static final class Conflicting extends ForwardingStorage {
        private final boolean joins;
        private final AtomicInteger runs;

        Conflicting(PortalStorage storage, boolean joins, AtomicInteger runs) {
            super(storage);
            this.joins = joins;
            this.runs = runs;
        }

        @Override
        public boolean joins() {
            return joins;
        }

        @Override
        public <T> T write(Scope scope, Function<WriteUnit, T> work) {
            runs.incrementAndGet();
            throw new TransientConflict("deadlock");
        }

        @Override
        public void close() {}
    }
}

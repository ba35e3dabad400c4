package org.clientportal.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.clientportal.core.Actor;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.core.error.CoreError;
import org.clientportal.model.access.FolderKind;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.ContactId;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.document.Document;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.Scope;
import org.clientportal.testkit.Race;
import org.clientportal.testkit.Scenario;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.Tag;

/** What is checked still holds when it is done: the check and its effect are one step. */
class CheckAndActScenarios {
    @Scenario
    @Tag("rule:PM-8")
    @Tag("promise:P16")
    void anUploadAndItsRevocationAtOnceEndInOneOrder(World world) {
        for (int round = 0; round < 10; round++) {
            // given
            Client acme = world.client("Acme " + round);
            Actor jane = world.contact("Jane " + round, acme, Permission.FILES);

            // when
            Race.of(
                    () -> world.when(() -> world.document(jane, acme, FolderKind.ORDINARY, "late.pdf"))
                            .succeeded(),
                    () -> revoke(world, jane, acme));

            // then: what was uploaded is recorded before the revocation
            List<String> order = world.audit().stream()
                    .filter(record -> record.client().equals(Optional.of(acme.id())))
                    .map(AuditRecord::action)
                    .filter(action -> action.equals("document_uploaded") || action.equals("contact_unassigned"))
                    .toList();
            assertThat(order).startsWith("contact_unassigned");
            assertThat(order).hasSizeLessThanOrEqualTo(2);
        }
    }

    @Scenario
    @Tag("rule:PM-8")
    @Tag("promise:P16")
    void aRevocationWaitsForAWriteThatHasChecked(World world) throws InterruptedException {
        // given: an upload that has checked and not yet committed
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor jane = world.contact("Jane Doe", Map.of(acme.id(), Terms.of(Permission.FILES), beta.id(), Terms.BASE));
        Document own = world.document(jane, acme, FolderKind.ORDINARY, "own.pdf");
        CountDownLatch checked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger tries = new AtomicInteger();
        CompletableFuture<Boolean> write =
                CompletableFuture.supplyAsync(() -> world.portal().units().write(jane, work -> {
                    boolean first = tries.incrementAndGet() == 1;
                    boolean allowed = work.viewer().reaches(acme.id());
                    if (first) {
                        checked.countDown();
                        await(goOn);
                    }
                    if (allowed) {
                        Document document = work.unit().documents().lock(own.id());
                        work.unit().documents().update(document.withVisible(false));
                    }
                    return allowed;
                }));
        checked.await();

        // when
        CompletableFuture<Boolean> revocation = CompletableFuture.supplyAsync(() -> {
            boolean done = revoke(world, jane, acme);
            goOn.countDown();
            return done;
        });
        boolean revokedMeanwhile = waits(revocation);
        goOn.countDown();

        // then: either it waited for the write, or the write saw it
        revocation.join();
        boolean written = write.join();
        assertThat(written && revokedMeanwhile)
                .as("written after its grant was gone")
                .isFalse();
    }

    @Scenario
    @Tag("rule:DO-4")
    @Tag("promise:P16")
    void aHoldAndADeletionAtOnceNeverEndInTheTrashOnHold(World world) {
        for (int round = 0; round < 10; round++) {
            // given
            Client acme = world.client("Acme " + round);
            Actor jane = world.contact("Jane " + round, acme, Permission.FILES);
            Document own = world.document(jane, acme, FolderKind.ORDINARY, "own.pdf");

            // when
            Race.of(
                    () -> world.when(() -> world.portal().filing().delete(jane, own.id()))
                            .succeeded(),
                    () -> world.when(() -> world.portal().filing().hold(world.admin(), acme.id(), Optional.of("why")))
                            .succeeded());

            // then: if it lies in the trash, it went there before the hold
            List<String> order = world.audit().stream()
                    .filter(record -> record.client().equals(Optional.of(acme.id())))
                    .map(AuditRecord::action)
                    .filter(action -> action.equals("document_trashed") || action.equals("client_held"))
                    .toList();
            assertThat(order.get(0)).isEqualTo("client_held");
        }
    }

    @Scenario
    @Tag("rule:DE-1")
    @Tag("promise:P16")
    void twoUnassignmentsAtOnceOfTheLastTwoClientsDeleteThePerson(World world) {
        // given
        Client acme = world.client("Acme");
        Client beta = world.client("Beta");
        Actor joe = world.contact("Joe Both", Map.of(acme.id(), Terms.BASE, beta.id(), Terms.BASE));

        // when
        Race.of(() -> revoke(world, joe, acme), () -> revoke(world, joe, beta));

        // then
        world.when(() -> world.portal().contacts().get(world.admin(), World.contactId(joe)))
                .isRefused(CoreError.NOT_FOUND);
        assertThat(world.audited(World.contactId(joe)))
                .filteredOn("contact_deleted"::equals)
                .hasSize(1);
    }

    @Scenario
    @Tag("rule:DE-3")
    void twoDeletionsAtOnceGiveTwoPseudonyms(World world) {
        // given
        Client acme = world.client("Acme");
        List<ContactId> people = Stream.of("Amy", "Bob", "Cid", "Dee")
                .map(name -> World.contactId(world.contact(name, acme)))
                .toList();

        // when
        List<Boolean> done = Race.of(
                () -> delete(world, people.get(0)),
                () -> delete(world, people.get(1)),
                () -> delete(world, people.get(2)),
                () -> delete(world, people.get(3)));

        // then
        assertThat(done).containsOnly(true);
        List<Integer> numbers = world.storage()
                .read(
                        Scope.of(world.practiceId()),
                        view -> people.stream()
                                .map(id -> view.contacts()
                                        .find(id)
                                        .orElseThrow()
                                        .pseudonym()
                                        .orElseThrow())
                                .toList());
        assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Scenario
    @Tag("rule:PR-6")
    void twoClientsCreatedAtOnceAreBothAddedToTheSet(World world) {
        // given
        Actor mia = world.member("Mia Member");

        // when
        Race.of(() -> create(world, mia, "Acme"), () -> create(world, mia, "Beta"), () -> create(world, mia, "Cato"));

        // then
        assertThat(world.portal()
                        .clients()
                        .list(mia, Optional.empty(), PageRequest.first(5))
                        .items())
                .hasSize(3);
    }

    private static Client create(World world, Actor by, String name) {
        return world.portal().clients().create(by, new CreateClient(name, EntityType.OTHER, Optional.empty()));
    }

    private static boolean delete(World world, ContactId id) {
        world.portal().deletion().delete(world.admin(), id);
        return true;
    }

    private static boolean revoke(World world, Actor contact, Client client) {
        world.portal().assignments().unassign(world.admin(), World.assignmentId(contact, client));
        return true;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it ends although the write goes on; half a second is plenty, and no longer wait could make the test fail. */
    private static boolean waits(CompletableFuture<Boolean> revocation) {
        try {
            return revocation.get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException itWaits) {
            return false;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

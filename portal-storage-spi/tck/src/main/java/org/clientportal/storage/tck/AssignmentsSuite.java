package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Assignment;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Grant;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.contact.Relationship;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which contacts belong to which clients. */
public abstract class AssignmentsSuite extends FoundRecordSuite<AssignmentId, Assignment> {
    protected AssignmentsSuite() {}

    @Override
    final RecordReader<AssignmentId, Assignment> reader(ReadView view) {
        return view.assignments();
    }

    @Override
    final RecordStore<AssignmentId, Assignment> store(WriteUnit unit) {
        return unit.assignments();
    }

    @Override
    final AssignmentId idOf(Assignment assignment) {
        return assignment.id();
    }

    @Override
    final Assignment sample() {
        return samples.assignment(add(samples.contact("Joe")), add(samples.client("Diner")));
    }

    @Override
    final List<Assignment> varieties() {
        Stream<Assignment> flags = Stream.of(Permission.values())
                .map(permission -> sample().changed(Set.of(permission), Relationship.EMPLOYEE));
        Stream<Assignment> others = Stream.of(
                sample().changed(EnumSet.allOf(Permission.class), Relationship.OTHER),
                sample().changed(Set.of(), Relationship.SPOUSE),
                sample().withMain(true),
                sample().withSuspended(true));
        return Stream.concat(flags, others).toList();
    }

    @Override
    final Assignment changed(Assignment assignment) {
        return assignment
                .changed(Set.of(Permission.TAX, Permission.FILES), Relationship.DEPENDENT)
                .withSuspended(true);
    }

    @Override
    final Assignment twin(Assignment assignment) {
        return assignment.changed(Set.of(Permission.CLIENT_ADMIN), Relationship.BOOKKEEPER);
    }

    @Test
    @DisplayName("STO-15 what was deleted is gone, can be assigned anew, and to delete it again is a missing record")
    void aDeletedAssignmentIsGone() {
        Assignment main = stored(sample().withMain(true));

        change(unit -> unit.assignments().delete(main.id()));

        assertThat(found(main)).isEmpty();
        assertThatThrownBy(() -> change(unit -> unit.assignments().delete(main.id())))
                .isInstanceOf(RecordMissing.class);
        stored(main);
        assertStored(main);
    }

    @Test
    @DisplayName("STO-10 from another practice an assignment is not deleted and not listed")
    void otherPracticesCannotDelete() {
        Assignment assignment = stored(sample());
        Samples elsewhere = storedPractice();

        assertThatThrownBy(() ->
                        change(elsewhere.scope(), unit -> unit.assignments().delete(assignment.id())))
                .isInstanceOf(RecordMissing.class);

        assertStored(assignment);
        see(elsewhere.scope(), view -> {
            assertThat(view.assignments().ofClient(assignment.id().client())).isEmpty();
            assertThat(view.assignments().grantsOf(Set.of(assignment.id().contact())))
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("STO-20 an assignment that a unit found does not go until the unit ends, or the unit runs again")
    void whatWasFoundIsNotDeleted() {
        Assignment assignment = stored(sample());

        duel(assignment)
                .assertKeepsOut(
                        unit -> unit.assignments().find(assignment.id()),
                        unit -> unit.assignments().delete(assignment.id()));
        assertThat(found(assignment)).isEmpty();
    }

    @Test
    @DisplayName("STO-21 a lock keeps out a delete")
    void aLockKeepsOutDeletes() {
        Assignment assignment = stored(sample());

        duel(assignment)
                .assertKeepsOut(
                        unit -> unit.assignments()
                                .findAll(Set.of(assignment.id()))
                                .keySet()
                                .forEach(unit.assignments()::lock),
                        unit -> unit.assignments().delete(assignment.id()));
        assertThat(found(assignment)).isEmpty();
    }

    @Test
    @DisplayName("STO-25 a client's assignments come main contact first, then oldest, then by contact id")
    void aClientsAssignmentsAreOrdered() {
        Client client = add(samples.client("Diner"));
        List<Assignment> oldestFirst =
                Stream.of(0, 5, 5, 5, 60, 1).map(seconds -> at(seconds, client)).toList();
        Assignment main = stored(at(30, client).withMain(true));
        oldestFirst.forEach(this::stored);
        stored(sample());

        see(view -> assertThat(view.assignments().ofClient(client.id()))
                .startsWith(main)
                .hasSize(7)
                .filteredOn(assignment -> !assignment.main())
                .isSortedAccordingTo(Comparator.comparing(Assignment::createdAt)
                        .thenComparing(assignment -> assignment.id().contact().toString())));
    }

    private Assignment at(int seconds, Client client) {
        Assignment now = samples.assignment(add(samples.contact("Somebody")), client);
        return new Assignment(
                now.id(), now.permissions(), now.relationship(), false, false, Samples.NOW.plusSeconds(seconds), 0);
    }

    @Test
    @DisplayName(
            "STO-25 grants come by client name, suspended and deleted ones included, for each contact that has any")
    void grantsComeByClientName() {
        Contact joe = add(samples.contact("Joe"));
        Contact ann = add(samples.contact("Ann"));
        Contact nobody = add(samples.contact("Nobody"));
        List<Client> clients =
                Orders.NAMES.stream().map(name -> add(samples.client(name))).toList();
        clients.forEach(client ->
                stored(samples.assignment(joe, client, Permission.FILES).withSuspended(true)));
        Client deleted = write(unit -> unit.clients().update(clients.get(0).deleted(Samples.NOW)));
        Assignment anns = stored(samples.assignment(ann, deleted, Permission.TAX));

        see(view -> {
            Map<?, List<Grant>> grants = view.assignments().grantsOf(Set.of(joe.id(), ann.id(), nobody.id()));
            assertThat(grants).hasSize(2);
            assertThat(grants.get(ann.id())).containsExactly(new Grant(deleted, anns));
            assertThat(grants.get(joe.id()))
                    .extracting(grant -> grant.client().id())
                    .containsExactlyElementsOf(Orders.byName(clients, Client::name, Client::id).stream()
                            .map(Client::id)
                            .toList());
            assertThat(view.assignments().grantsOf(Set.of())).isEmpty();
        });
    }
}

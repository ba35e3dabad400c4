package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.document.LegalHold;
import org.clientportal.model.staff.StaffId;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.RecordReader;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients. */
public abstract class ClientsSuite extends FoundRecordSuite<ClientId, Client> {
    protected ClientsSuite() {}

    @Override
    final RecordReader<ClientId, Client> reader(ReadView view) {
        return view.clients();
    }

    @Override
    final RecordStore<ClientId, Client> store(WriteUnit unit) {
        return unit.clients();
    }

    @Override
    final ClientId idOf(Client client) {
        return client.id();
    }

    @Override
    final Client sample() {
        return samples.client("Joe's Diner");
    }

    @Override
    final List<Client> varieties() {
        LegalHold hold = new LegalHold(Texts.STRANGE, new StaffId(UUID.randomUUID()), Samples.NOW.plusNanos(1000));
        Stream<Client> types = Arrays.stream(EntityType.values()).map(type -> sample().changed(type.name(), type));
        Stream<Client> others = Stream.of(
                sample().changed(Texts.STRANGE, EntityType.OTHER),
                sample().changed(Texts.ofLength(200), EntityType.OTHER),
                sample().deleted(Samples.NOW.plusSeconds(1)),
                sample().withHold(Optional.of(hold)),
                With.externalId(sample(), Texts.STRANGE));
        return Stream.concat(types, others).toList();
    }

    @Override
    final Client changed(Client client) {
        return client.changed("Joe's Other Diner", EntityType.TRUST);
    }

    @Override
    final Client twin(Client client) {
        return client.changed("Twin", EntityType.OTHER);
    }

    @Test
    @DisplayName("STO-10 an external id finds the client of this practice only, deleted or not")
    void externalIdsBelongToOnePractice() {
        Client client = stored(With.externalId(sample(), "4711"));
        Client deleted = write(unit -> unit.clients().update(client.deleted(Samples.NOW)));
        Samples elsewhere = storedPractice();

        see(view -> assertThat(view.clients().findByExternalId("4711")).contains(deleted));
        see(view -> assertThat(view.clients().findByExternalId("471")).isEmpty());
        see(
                elsewhere.scope(),
                view -> assertThat(view.clients().findByExternalId("4711")).isEmpty());
    }

    @Test
    @DisplayName("STO-12 two practices may use the same external id")
    void practicesShareExternalIds() {
        stored(With.externalId(sample(), "4711"));
        Client theirs = With.externalId(sample(), "4711");
        Samples elsewhere = storedPractice();

        change(elsewhere.scope(), unit -> unit.clients().insert(theirs));

        see(
                elsewhere.scope(),
                view -> assertThat(view.clients().findByExternalId("4711")).contains(theirs));
    }
}

package org.clientportal.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.StorageUnavailable;
import org.clientportal.storage.WriteUnit;
import org.clientportal.storage.tck.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process that freezes or is cut off in the middle of a unit, and goes on when others have had its rows. */
@Tag("promise:P12")
@Tag("promise:P28")
class HangingUnitTest {
    private static JdbcStorage frozen;
    private static JdbcStorage other;

    private final Samples samples = Samples.fresh();
    private final Contact contact = samples.contact("Joe");
    private final Client client = samples.client("Written before it froze");

    @BeforeAll
    static void open() {
        PostgresLogin login = new PostgresLogin(TestPostgres.shared().url(), "postgres", "postgres");
        other = TestPostgres.shared().builder().migrate().build();
        Engine engine = new PostgresEngine(login, 1, 1, Duration.ofSeconds(30), "'1s'");
        frozen = new JdbcStorage(engine, sql -> {}, RowLevelSecurity.OFF);
    }

    @AfterAll
    static void close() {
        frozen.close();
        other.close();
    }

    @BeforeEach
    void store() {
        other.write(samples.scope(), unit -> {
            unit.practices().insert(samples.practice());
            unit.contacts().insert(contact);
            return true;
        });
    }

    @Test
    @DisplayName("its server ends it before those who wait for its rows give up, and what it still asks for fails")
    void itsRowsAreFreed() {
        assertThatThrownBy(() -> frozen.write(samples.scope(), unit -> {
                    hangUntilRevoked(unit);
                    return unit.contacts().find(contact.id());
                }))
                .isInstanceOf(StorageUnavailable.class);
        assertNothingWasWritten();
    }

    @Test
    @DisplayName("nothing of it is committed when it goes on")
    void nothingIsCommittedAfterwards() {
        assertThatThrownBy(() -> frozen.write(samples.scope(), unit -> {
                    hangUntilRevoked(unit);
                    return true;
                }))
                .isInstanceOf(StorageException.class);
        assertNothingWasWritten();
    }

    /** Holds the contact and says nothing more to its server, while another node takes away the contact's access. */
    private void hangUntilRevoked(WriteUnit unit) {
        unit.clients().insert(client);
        assertThat(unit.contacts().find(contact.id())).contains(contact);
        other.write(samples.scope(), elsewhere -> elsewhere.contacts().update(revoked()));
    }

    private Contact revoked() {
        return contact.withAccess(contact.access().revoked());
    }

    private void assertNothingWasWritten() {
        other.read(samples.scope(), view -> {
            assertThat(view.contacts().find(contact.id()).map(Contact::access))
                    .contains(revoked().access());
            assertThat(view.clients().find(client.id())).isEmpty();
            return true;
        });
    }
}

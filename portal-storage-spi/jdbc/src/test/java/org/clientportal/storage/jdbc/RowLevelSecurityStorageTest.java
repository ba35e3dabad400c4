package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import org.clientportal.storage.PortalStorage;
import org.clientportal.storage.tck.AssignmentsSuite;
import org.clientportal.storage.tck.AttemptsSuite;
import org.clientportal.storage.tck.AuditListSuite;
import org.clientportal.storage.tck.AuditSuite;
import org.clientportal.storage.tck.ClaimsSuite;
import org.clientportal.storage.tck.ClientListSuite;
import org.clientportal.storage.tck.ClientsSuite;
import org.clientportal.storage.tck.ContactListSuite;
import org.clientportal.storage.tck.ContactsSuite;
import org.clientportal.storage.tck.DocumentListSuite;
import org.clientportal.storage.tck.DocumentsSuite;
import org.clientportal.storage.tck.FoldersSuite;
import org.clientportal.storage.tck.LeasesSuite;
import org.clientportal.storage.tck.OutboxListSuite;
import org.clientportal.storage.tck.OutboxSuite;
import org.clientportal.storage.tck.ParentsSuite;
import org.clientportal.storage.tck.PendingContentSuite;
import org.clientportal.storage.tck.PracticesSuite;
import org.clientportal.storage.tck.SecretsSuite;
import org.clientportal.storage.tck.SessionsSuite;
import org.clientportal.storage.tck.SignInsSuite;
import org.clientportal.storage.tck.StaffSuite;
import org.clientportal.storage.tck.StorageConformance;
import org.clientportal.storage.tck.UniquesSuite;
import org.clientportal.storage.tck.UnitsSuite;
import org.clientportal.storage.tck.VisibilitySuite;
import org.clientportal.storage.tck.Writers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The kit as the program's own role, with row-level security beneath. */
@Tag("full")
class RowLevelSecurityStorageTest implements StorageConformance {

    private static TestRoles roles;
    private static PortalStorage storage;

    @BeforeAll
    static void open() throws SQLException {
        roles = TestRoles.fresh();
        roles.asOwner().rowLevelSecurity(RowLevelSecurity.ON).migrate();
        storage = roles.asApp().rowLevelSecurity(RowLevelSecurity.ON).build();
    }

    @AfterAll
    static void close() {
        storage.close();
    }

    @Override
    public PortalStorage storage() {
        return storage;
    }

    @Override
    public PortalStorage another() {
        return roles.asApp().rowLevelSecurity(RowLevelSecurity.ON).build();
    }

    @Override
    public Writers writers() {
        return Writers.WAIT;
    }

    @Nested
    class Units extends UnitsSuite {}

    @Nested
    class Practices extends PracticesSuite {}

    @Nested
    class Staff extends StaffSuite {}

    @Nested
    class Clients extends ClientsSuite {}

    @Nested
    class Contacts extends ContactsSuite {}

    @Nested
    class Assignments extends AssignmentsSuite {}

    @Nested
    class Folders extends FoldersSuite {}

    @Nested
    class Documents extends DocumentsSuite {}

    @Nested
    class Sessions extends SessionsSuite {}

    @Nested
    class Secrets extends SecretsSuite {}

    @Nested
    class Attempts extends AttemptsSuite {}

    @Nested
    class SignIns extends SignInsSuite {}

    @Nested
    class Outbox extends OutboxSuite {}

    @Nested
    class Claims extends ClaimsSuite {}

    @Nested
    class Leases extends LeasesSuite {}

    @Nested
    class PendingContent extends PendingContentSuite {}

    @Nested
    class Audit extends AuditSuite {}

    @Nested
    class Parents extends ParentsSuite {}

    @Nested
    class Uniques extends UniquesSuite {}

    @Nested
    class ClientList extends ClientListSuite {}

    @Nested
    class ContactList extends ContactListSuite {}

    @Nested
    class DocumentList extends DocumentListSuite {}

    @Nested
    class OutboxList extends OutboxListSuite {}

    @Nested
    class AuditList extends AuditListSuite {}

    @Nested
    class Visibility extends VisibilitySuite {}
}

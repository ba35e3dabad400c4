package org.clientportal.storage;

import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;

/** One practice's data, to read and to change; it reads its own writes. */
public interface WriteUnit extends ReadView {
    @Override
    RecordStore<PracticeId, Practice> practices();

    @Override
    StaffStore staff();

    @Override
    ClientStore clients();

    @Override
    ContactStore contacts();

    @Override
    AssignmentStore assignments();

    @Override
    FolderStore folders();

    @Override
    DocumentStore documents();

    @Override
    SessionStore sessions();

    @Override
    SecretStore secrets();

    @Override
    SignInStore signIns();

    @Override
    OutboxStore outbox();

    @Override
    AuditStore audit();

    PendingContentStore pendingContent();

    AttemptStore attempts();
}

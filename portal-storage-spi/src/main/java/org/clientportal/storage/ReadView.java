package org.clientportal.storage;

import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;

/** One practice's data, as it was at one instant. */
public interface ReadView {
    RecordReader<PracticeId, Practice> practices();

    StaffReader staff();

    ClientReader clients();

    ContactReader contacts();

    AssignmentReader assignments();

    FolderReader folders();

    DocumentReader documents();

    SessionReader sessions();

    SecretReader secrets();

    SignInReader signIns();

    OutboxReader outbox();

    AuditReader audit();
}

package org.clientportal.storage.jdbc;

import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AssignmentStore;
import org.clientportal.storage.AttemptStore;
import org.clientportal.storage.AuditStore;
import org.clientportal.storage.ClientStore;
import org.clientportal.storage.ContactStore;
import org.clientportal.storage.DocumentStore;
import org.clientportal.storage.FolderStore;
import org.clientportal.storage.OutboxStore;
import org.clientportal.storage.PendingContentStore;
import org.clientportal.storage.RecordStore;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.SessionStore;
import org.clientportal.storage.SignInStore;
import org.clientportal.storage.StaffStore;
import org.clientportal.storage.WriteUnit;

/** The stores of one practice within one unit; stores hold nothing, so each is made when asked for. */
record PracticeUnit(Unit unit, PracticeId practice) implements WriteUnit {
    @Override
    public RecordStore<PracticeId, Practice> practices() {
        return new Practices(unit, practice);
    }

    @Override
    public StaffStore staff() {
        return new StaffMembers(unit, practice);
    }

    @Override
    public ClientStore clients() {
        return new Clients(unit, practice);
    }

    @Override
    public ContactStore contacts() {
        return new Contacts(unit, practice);
    }

    @Override
    public AssignmentStore assignments() {
        return new Assignments(unit, practice);
    }

    @Override
    public FolderStore folders() {
        return new Folders(unit, practice);
    }

    @Override
    public DocumentStore documents() {
        return new Documents(unit, practice);
    }

    @Override
    public SessionStore sessions() {
        return new Sessions(unit, practice);
    }

    @Override
    public SecretStore secrets() {
        return new Secrets(unit, practice);
    }

    @Override
    public SignInStore signIns() {
        return new SignIns(unit, practice);
    }

    @Override
    public OutboxStore outbox() {
        return new Outbox(unit, practice);
    }

    @Override
    public AuditStore audit() {
        return new AuditLog(unit, practice);
    }

    @Override
    public PendingContentStore pendingContent() {
        return new PendingContents(unit, practice);
    }

    @Override
    public AttemptStore attempts() {
        return new Attempts(unit, practice);
    }
}

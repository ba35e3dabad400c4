package org.clientportal.example.mvstore;

import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.WriteUnit;

/** The stores of one unit; a read unit shows their reading half alone. */
record Unit(Rows rows, PracticeId practice) implements WriteUnit {
    <R> Table<R> table(Kind<R> kind) {
        return new Table<>(rows, kind, practice.toString());
    }

    @Override
    public Practices practices() {
        return new Practices(this);
    }

    @Override
    public Staff staff() {
        return new Staff(this);
    }

    @Override
    public Clients clients() {
        return new Clients(this);
    }

    @Override
    public Contacts contacts() {
        return new Contacts(this);
    }

    @Override
    public Assignments assignments() {
        return new Assignments(this);
    }

    @Override
    public Folders folders() {
        return new Folders(this);
    }

    @Override
    public Documents documents() {
        return new Documents(this);
    }

    @Override
    public Sessions sessions() {
        return new Sessions(this);
    }

    @Override
    public Secrets secrets() {
        return new Secrets(this);
    }

    @Override
    public SignIns signIns() {
        return new SignIns(this);
    }

    @Override
    public Outbox outbox() {
        return new Outbox(this);
    }

    @Override
    public Audit audit() {
        return new Audit(this);
    }

    @Override
    public PendingContents pendingContent() {
        return new PendingContents(this);
    }

    @Override
    public Attempts attempts() {
        return new Attempts(this);
    }
}

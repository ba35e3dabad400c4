package org.clientportal.core;

import org.clientportal.core.access.Explain;
import org.clientportal.core.access.Policy;
import org.clientportal.core.audit.AuditTrail;
import org.clientportal.core.client.Clients;
import org.clientportal.core.contact.Assignments;
import org.clientportal.core.contact.Contacts;
import org.clientportal.core.contact.Deletion;
import org.clientportal.core.document.Documents;
import org.clientportal.core.document.Downloads;
import org.clientportal.core.document.Filing;
import org.clientportal.core.document.Folders;
import org.clientportal.core.document.Uploads;
import org.clientportal.core.home.Home;
import org.clientportal.core.job.Jobs;
import org.clientportal.core.outbox.Undelivered;
import org.clientportal.core.practice.Practices;
import org.clientportal.core.practice.Staff;
import org.clientportal.core.unit.Units;
import org.clientportal.storage.ContentStore;

/**
 * The portal, as an embedder holds it: one object for all practices, one service per concept. Every use case takes the actor
 * first and throws a {@link org.clientportal.core.error.PortalException} when it refuses. Thread-safe.
 */
public final class Portal implements AutoCloseable {
    private final Units units;
    private final Practices practices;
    private final Staff staff;
    private final Clients clients;
    private final Contacts contacts;
    private final Assignments assignments;
    private final Deletion deletion;
    private final Folders folders;
    private final Documents documents;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Filing filing;
    private final Home home;
    private final Explain explain;
    private final AuditTrail audit;
    private final Undelivered undelivered;
    private final Jobs jobs;

    Portal(Units units, ContentStore content, Ids ids, Policy policy, Jobs jobs) {
        this.units = units;
        this.jobs = jobs;
        practices = new Practices(units, ids);
        staff = new Staff(units);
        clients = new Clients(units);
        contacts = new Contacts(units);
        assignments = new Assignments(units);
        deletion = new Deletion(units);
        folders = new Folders(units);
        documents = new Documents(units);
        uploads = new Uploads(units, content);
        downloads = new Downloads(units, content);
        filing = new Filing(units);
        home = new Home(units);
        explain = new Explain(units, policy);
        audit = new AuditTrail(units);
        undelivered = new Undelivered(units);
    }

    public static PortalBuilder builder() {
        return new PortalBuilder();
    }

    public Practices practices() {
        return practices;
    }

    public Staff staff() {
        return staff;
    }

    public Clients clients() {
        return clients;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Assignments assignments() {
        return assignments;
    }

    public Deletion deletion() {
        return deletion;
    }

    public Folders folders() {
        return folders;
    }

    public Documents documents() {
        return documents;
    }

    public Uploads uploads() {
        return uploads;
    }

    public Downloads downloads() {
        return downloads;
    }

    public Filing filing() {
        return filing;
    }

    public Home home() {
        return home;
    }

    public Explain explain() {
        return explain;
    }

    public AuditTrail audit() {
        return audit;
    }

    public Undelivered undelivered() {
        return undelivered;
    }

    /** Starts the jobs that deliver, seal and sweep; nothing starts by itself. */
    public void start() {
        jobs.start();
    }

    /**
     * Runs every job once, here, for embedders with a scheduler of their own.
     *
     * @throws IllegalStateException inside a transaction of the caller's
     */
    public void runJobsOnce() {
        units.requireOwnCommits("a round of the jobs");
        jobs.runOnce(units.now());
    }

    /** Stops the jobs, after the message in hand; storage and content stay open, they are the embedder's. */
    @Override
    public void close() {
        jobs.close();
    }

    /** For modules that add use cases of their own, such as signing in. */
    public Units units() {
        return units;
    }
}

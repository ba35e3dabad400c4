package org.clientportal.core;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.clientportal.core.access.Policy;
import org.clientportal.core.audit.Sealer;
import org.clientportal.core.event.PortalListener;
import org.clientportal.core.job.ContentSweep;
import org.clientportal.core.job.Job;
import org.clientportal.core.job.JobListener;
import org.clientportal.core.job.Jobs;
import org.clientportal.core.job.TrashPurge;
import org.clientportal.core.notify.Messages;
import org.clientportal.core.notify.Notifier;
import org.clientportal.core.outbox.Delivery;
import org.clientportal.core.outbox.DeliveryListener;
import org.clientportal.core.outbox.Dispatcher;
import org.clientportal.core.outbox.LaneJob;
import org.clientportal.core.outbox.Listeners;
import org.clientportal.core.outbox.MailDelivery;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.core.unit.Effects;
import org.clientportal.core.unit.Units;
import org.clientportal.model.outbox.Lane;
import org.clientportal.storage.ContentStore;
import org.clientportal.storage.PortalStorage;
import org.jspecify.annotations.Nullable;

/** Puts a portal together from its storage and whatever an embedder replaces. Not thread-safe. */
public final class PortalBuilder {
    /** So many mails of a lane are on their way at once from one portal: one that takes long holds up no other (P26). */
    private static final int MAILS_AT_ONCE = 2;

    private @Nullable PortalStorage storage;
    private @Nullable ContentStore content;
    private Clock clock = Clock.systemUTC();
    private Ids ids = Ids.timeOrdered();
    private Policy policy = Policy.published();
    private @Nullable Function<Units, Delivery> mail;
    private final List<PortalListener> listeners = new ArrayList<>();
    private final List<Function<Units, Job>> jobs = new ArrayList<>();
    private DeliveryListener deliveryWatch = DeliveryListener.NONE;
    private JobListener jobWatch = JobListener.NONE;

    PortalBuilder() {}

    /** Where records are kept; required. */
    public PortalBuilder storage(PortalStorage value) {
        storage = value;
        return this;
    }

    /** Where the bytes of documents are kept; required. */
    public PortalBuilder content(ContentStore value) {
        content = value;
        return this;
    }

    /** What tells the time; the system's clock unless given. */
    public PortalBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    public PortalBuilder ids(Ids value) {
        ids = value;
        return this;
    }

    /** Who may see what; the published rules unless given (PM-11). */
    public PortalBuilder policy(Policy value) {
        policy = value;
        return this;
    }

    /**
     * How people are told: without it nobody is, and what is queued waits.
     *
     * @param keys the keys under which queued secrets were sealed
     */
    public PortalBuilder mail(KeyRing keys, Messages messages, Notifier notifier) {
        mail = units -> new MailDelivery(units, new SecretBox(keys), messages, notifier);
        return this;
    }

    /** Hears what happened; any number. */
    public PortalBuilder onEvent(PortalListener listener) {
        listeners.add(listener);
        return this;
    }

    /** A job of another module, run with the portal's own. */
    public PortalBuilder job(Function<Units, Job> job) {
        jobs.add(job);
        return this;
    }

    /** Watches deliveries and jobs, for metrics. */
    public PortalBuilder watch(DeliveryListener deliveries, JobListener rounds) {
        deliveryWatch = deliveries;
        jobWatch = rounds;
        return this;
    }

    /**
     * The portal of what was given.
     *
     * @throws IllegalStateException naming what is missing
     */
    public Portal build() {
        Doorbell doorbell = new Doorbell();
        Effects effects = new Effects(!listeners.isEmpty(), doorbell);
        Units units = new Units(required("storage", storage), clock, ids, policy, effects);
        ContentStore bytes = required("content", content);
        Jobs all = new Jobs(jobs(units, bytes), clock, jobWatch);
        doorbell.answeredBy(all::wake);
        return new Portal(units, bytes, ids, policy, all);
    }

    private List<Job> jobs(Units units, ContentStore bytes) {
        List<Job> all = new ArrayList<>();
        if (mail != null) {
            Dispatcher people = new Dispatcher(units, mail.apply(units), deliveryWatch);
            for (int worker = 0; worker < MAILS_AT_ONCE; worker++) {
                all.add(new LaneJob(people, Lane.SIGN_IN));
                all.add(new LaneJob(people, Lane.NOTICE));
            }
        }
        if (!listeners.isEmpty()) {
            all.add(new LaneJob(new Dispatcher(units, new Listeners(listeners), deliveryWatch), Lane.EVENT));
        }
        all.add(new Sealer(units));
        all.add(new TrashPurge(units));
        all.add(new ContentSweep(units, bytes));
        jobs.forEach(job -> all.add(job.apply(units)));
        return all;
    }

    private static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a portal needs its " + name);
        }
        return value;
    }
}

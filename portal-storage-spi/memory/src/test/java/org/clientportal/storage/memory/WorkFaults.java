package org.clientportal.storage.memory;

import static org.clientportal.storage.memory.Broken.in;
import static org.clientportal.storage.memory.Broken.inSystem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.document.Document;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.model.session.SessionId;
import org.clientportal.storage.AttemptStore;
import org.clientportal.storage.AuditStore;
import org.clientportal.storage.DocumentStore;
import org.clientportal.storage.OutboxStore;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.SessionStore;

/** What the stores of secrets, tries, sessions, messages and the audit may do wrong: STO-30 to STO-62. */
final class WorkFaults {
    private WorkFaults() {}

    static List<Fault<Broken>> all() {
        List<Fault<Broken>> all = new ArrayList<>(secretsAndSessions());
        all.addAll(jobsAndAudit());
        return all;
    }

    private static List<Fault<Broken>> secretsAndSessions() {
        return List.of(
                fault(
                        "redeems twice",
                        FaultyStorage.Secrets.class,
                        () -> in("secrets", SecretStore.class, "redeem", (secrets, arguments, place) -> {
                            secrets.redeem((SecretId) arguments[0], (Instant) arguments[1]);
                            return true;
                        }),
                        "STO-30"),
                fault(
                        "uses a secret up in a unit of its own",
                        FaultyStorage.Secrets.class,
                        () -> in(
                                "secrets",
                                SecretStore.class,
                                "redeem",
                                (secrets, arguments, place) -> place.apart(unit ->
                                        unit.secrets().redeem((SecretId) arguments[0], (Instant) arguments[1]))),
                        "STO-30"),
                fault(
                        "admits everybody to a key",
                        FaultyStorage.Attempts.class,
                        () -> in("attempts", AttemptStore.class, "lock", (attempts, arguments, place) -> List.of()),
                        "STO-31"),
                fault(
                        "replaces secrets of every purpose",
                        FaultyStorage.Secrets.class,
                        () -> in("secrets", SecretStore.class, "replaceAll", (secrets, arguments, place) -> {
                            for (SecretPurpose purpose : SecretPurpose.values()) {
                                secrets.replaceAll((Principal) arguments[0], purpose, (Instant) arguments[2]);
                            }
                            return null;
                        }),
                        "STO-32"),
                fault(
                        "takes a touch for a change",
                        FaultyStorage.Sessions.class,
                        () -> in("sessions", SessionStore.class, "touch", (sessions, arguments, place) -> {
                            sessions.find((SessionId) arguments[0])
                                    .map(session -> session.seen((Instant) arguments[1]))
                                    .ifPresent(sessions::update);
                            return null;
                        }),
                        "STO-33"),
                fault(
                        "remembers the grants of a session",
                        FaultyStorage.Sessions.class,
                        () -> {
                            Map<Object, Optional<?>> remembered = new ConcurrentHashMap<>();
                            return in(
                                    "sessions",
                                    SessionStore.class,
                                    "findContactSession",
                                    (sessions, arguments, place) -> remembered.computeIfAbsent(
                                            arguments[0], hash -> sessions.findContactSession((String) hash)));
                        },
                        "STO-34"));
    }

    private static List<Fault<Broken>> jobsAndAudit() {
        return List.of(
                fault(
                        "claims without a lease",
                        FaultyStorage.Claims.class,
                        () -> inSystem(
                                "claimDue",
                                (system, arguments) -> system.claimDue(
                                        (Lane) arguments[0], (Instant) arguments[1], (Instant) arguments[1], (Integer)
                                                arguments[3])),
                        "STO-40"),
                fault(
                        "leases a job to everybody",
                        FaultyStorage.Leases.class,
                        () -> inSystem("lease", (system, arguments) -> true),
                        "STO-41"),
                fault(
                        "believes a lease of any length",
                        FaultyStorage.Leases.class,
                        WorkFaults::leasesForEver,
                        "STO-41"),
                fault(
                        "puts a message off for as long as any clock said",
                        FaultyStorage.Claims.class,
                        WorkFaults::claimsForEver,
                        "STO-40"),
                fault(
                        "settles a message whoever claimed it",
                        FaultyStorage.Claims.class,
                        () -> in("outbox", OutboxStore.class, "update", (outbox, arguments, place) -> {
                            OutboxMessage changed = (OutboxMessage) arguments[0];
                            return outbox.update(changed.withVersion(
                                    outbox.lock(changed.id()).version()));
                        }),
                        "STO-42"),
                fault(
                        "tells a client's events in any order",
                        FaultyStorage.Claims.class,
                        () -> in("outbox", OutboxStore.class, "insert", (outbox, arguments, place) -> {
                            outbox.insert(ofNoClient((OutboxMessage) arguments[0]));
                            return null;
                        }),
                        "STO-43"),
                fault(
                        "purges what is on legal hold",
                        FaultyStorage.Documents.class,
                        () -> in("documents", DocumentStore.class, "insert", (documents, arguments, place) -> {
                            documents.insert(((Document) arguments[0]).withHold(Optional.empty()));
                            return null;
                        }),
                        "STO-44"),
                fault(
                        "takes a record of the same id for the same",
                        FaultyStorage.Audit.class,
                        () -> in("audit", AuditStore.class, "append", (audit, arguments, place) -> {
                            AuditRecord record = (AuditRecord) arguments[0];
                            if (audit.unsealed(Integer.MAX_VALUE).stream()
                                    .noneMatch(known -> known.id().equals(record.id()))) {
                                audit.append(record);
                            }
                            return null;
                        }),
                        "STO-60"),
                fault(
                        "runs sealed records by their time",
                        FaultyStorage.Audit.class,
                        () -> in(
                                "audit",
                                AuditStore.class,
                                "sealed",
                                (audit, arguments, place) ->
                                        audit.sealed((Long) arguments[0], (Integer) arguments[1]).stream()
                                                .sorted(Comparator.comparing((AuditEntry entry) ->
                                                        entry.record().at()))
                                                .toList()),
                        "STO-61"),
                fault(
                        "seals in the order of ids",
                        FaultyStorage.Audit.class,
                        () -> inSystem(
                                "practicesToSeal",
                                (system, arguments) -> system.practicesToSeal((Integer) arguments[0]).stream()
                                        .sorted(Comparator.comparing(PracticeId::toString))
                                        .toList()),
                        "STO-62"));
    }

    private static Broken leasesForEver() {
        Map<Object, Map.Entry<Object, Instant>> taken = new ConcurrentHashMap<>();
        return inSystem("lease", (system, arguments) -> {
            String job = (String) arguments[0];
            String owner = (String) arguments[1];
            Instant now = (Instant) arguments[2];
            Instant until = (Instant) arguments[3];
            Map.Entry<Object, Instant> other = taken.getOrDefault(job, Map.entry(owner, now));
            boolean free = other.getKey().equals(owner) || !now.isBefore(other.getValue());
            boolean leased = free && system.lease(job, owner, now, until);
            if (leased) {
                taken.put(job, Map.entry(owner, until));
            }
            return leased;
        });
    }

    private static Broken claimsForEver() {
        Map<MessageId, Instant> claimed = new ConcurrentHashMap<>();
        return inSystem("claimDue", (system, arguments) -> {
            Instant now = (Instant) arguments[1];
            Instant until = (Instant) arguments[2];
            return system.claimDue((Lane) arguments[0], now, until, (Integer) arguments[3]).stream()
                    .filter(due -> {
                        Instant before = claimed.put(due.item().id(), until);
                        return before == null || !now.isBefore(before);
                    })
                    .toList();
        });
    }

    private static Fault<Broken> fault(String what, Class<?> suite, Supplier<Broken> store, String rule) {
        return new Fault<>(what, Set.of(rule), List.of(suite), store);
    }

    private static OutboxMessage ofNoClient(OutboxMessage m) {
        return new OutboxMessage(
                m.id(),
                m.lane(),
                m.kind(),
                m.to(),
                Optional.empty(),
                m.values(),
                m.sealedSecret(),
                m.createdAt(),
                m.dueAt(),
                m.expiresAt(),
                m.state(),
                m.attempts(),
                m.failure(),
                m.settledAt(),
                m.version());
    }
}

package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditEntry;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.audit.AuditSeal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.storage.ReadView;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.UniqueViolation;
import org.clientportal.storage.UniqueKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happened: STO-60 to STO-62. */
public abstract class AuditSuite extends StorageSuite {
    private static final Principal ADA =
            Principal.of(Samples.fresh().staff("Ada").id());

    protected AuditSuite() {}

    private AuditRecord appended(AuditRecord entry) {
        change(unit -> unit.audit().append(entry));
        return entry;
    }

    private AuditRecord happened(int seconds) {
        return appended(samples.audit("client_created", ADA, Samples.NOW.plusSeconds(seconds)));
    }

    private AuditSeal sealed(AuditRecord entry, long number) {
        AuditSeal seal = new AuditSeal(entry.id(), number, samples.sha256());
        change(unit -> unit.audit().seal(seal));
        return seal;
    }

    private static List<AuditEntry> all(ReadView view) {
        AuditQuery query = new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), PageRequest.first(500));
        return view.audit().list(query).items();
    }

    @Test
    @DisplayName("STO-13 what is read equals what was written, in every component")
    void everyComponentComesBack() {
        AuditRecord bare = happened(1);
        AuditRecord full = appended(new AuditRecord(
                samples.audit("x", ADA, Samples.NOW).id(),
                Samples.NOW.plusNanos(1000),
                "document_downloaded",
                ADA,
                Optional.of(Principal.of(samples.contact("Joe").id())),
                Optional.of(samples.client("Not stored, and kept all the same").id()),
                "document",
                Texts.STRANGE,
                Optional.of("2001:db8::1"),
                Map.of("from", Texts.LINES, Texts.STRANGE, "")));

        see(view -> assertThat(all(view))
                .containsExactly(new AuditEntry(bare, Optional.empty()), new AuditEntry(full, Optional.empty())));
    }

    @Test
    @Tag("promise:P18")
    @DisplayName("STO-60 a record that was appended is not replaced by another of the same id")
    void recordsAreNotReplaced() {
        AuditRecord entry = happened(1);
        AuditRecord forged = new AuditRecord(
                entry.id(),
                entry.at(),
                "client_deleted",
                entry.actor(),
                entry.onBehalfOf(),
                entry.client(),
                entry.object(),
                entry.objectId(),
                entry.network(),
                entry.details());

        assertFails(unit -> unit.audit().append(forged)).isInstanceOf(UniqueViolation.class);

        see(view -> assertThat(all(view)).extracting(AuditEntry::record).containsExactly(entry));
    }

    @Test
    @Tag("promise:P18")
    @DisplayName("STO-60 records of a unit that throws are not kept")
    void recordsShareTheUnitsFate() {
        assertFails(unit -> {
                    unit.audit().append(samples.audit("client_created", ADA, Samples.NOW));
                    throw new IllegalArgumentException("changed my mind");
                })
                .isInstanceOf(IllegalArgumentException.class);

        see(view -> assertThat(all(view)).isEmpty());
    }

    @Test
    @DisplayName("STO-61 a record is unsealed until it has its seal, and unsealed ones come oldest first")
    void unsealedRecordsComeOldestFirst() {
        AuditRecord third = happened(3);
        AuditRecord first = happened(1);
        AuditRecord second = happened(2);
        see(view -> {
            assertThat(view.audit().unsealed(2)).containsExactly(first, second);
            assertThat(view.audit().lastSeal()).isEmpty();
        });

        AuditSeal seal = sealed(first, 1);

        see(view -> {
            assertThat(view.audit().unsealed(9)).containsExactly(second, third);
            assertThat(view.audit().lastSeal()).contains(seal);
            assertThat(all(view)).contains(new AuditEntry(first, Optional.of(seal)));
        });
    }

    @Test
    @DisplayName("STO-61 sealed records run in the order of their numbers, whenever they happened")
    void sealedRecordsRunByNumber() {
        List<AuditRecord> entries = Stream.of(5, 1, 4, 2, 3).map(this::happened).toList();
        LongStream.rangeClosed(1, 5).forEach(number -> sealed(entries.get((int) number - 1), number));

        see(view -> {
            assertThat(view.audit().sealed(0, 9)).extracting(AuditEntry::record).containsExactlyElementsOf(entries);
            assertThat(view.audit().sealed(2, 2))
                    .extracting(entry -> entry.seal().orElseThrow().number())
                    .containsExactly(3L, 4L);
            assertThat(view.audit().sealed(5, 9)).isEmpty();
            assertThat(view.audit().lastSeal().orElseThrow().number()).isEqualTo(5);
        });
    }

    @Test
    @DisplayName("STO-61 a record has one seal, and a number belongs to one record")
    void sealsAreUnique() {
        AuditRecord one = happened(1);
        AuditRecord two = happened(2);
        AuditSeal seal = sealed(one, 1);

        for (AuditSeal rival :
                List.of(new AuditSeal(one.id(), 2, samples.sha256()), new AuditSeal(two.id(), 1, samples.sha256()))) {
            assertFails(unit -> unit.audit().seal(rival))
                    .isInstanceOfSatisfying(
                            UniqueViolation.class, e -> assertThat(e.key()).isEqualTo(UniqueKey.AUDIT_SEAL));
        }
        see(view -> assertThat(view.audit().lastSeal()).contains(seal));
    }

    @Test
    @DisplayName("STO-10 another practice's records are not listed, sealed or counted among one's own")
    void otherPracticesAreOutOfReach() {
        AuditRecord entry = happened(1);
        Samples elsewhere = storedPractice();

        see(elsewhere.scope(), view -> {
            assertThat(all(view)).isEmpty();
            assertThat(view.audit().unsealed(9)).isEmpty();
            assertThat(view.audit().lastSeal()).isEmpty();
        });
        assertThatThrownBy(() -> change(
                        elsewhere.scope(), unit -> unit.audit().seal(new AuditSeal(entry.id(), 1, samples.sha256()))))
                .isInstanceOf(StorageException.class);
        sealed(entry, 1);
        see(elsewhere.scope(), view -> assertThat(view.audit().sealed(0, 9)).isEmpty());
    }

    @Test
    @DisplayName("STO-61 a practice is to be sealed while it has an unsealed record")
    void practicesToSealAreNamed() {
        PracticeId practice = samples.practice().id();
        assertThat(practicesToSeal(1_000_000)).doesNotContain(practice);
        AuditRecord entry = happened(1);
        happened(2);

        assertThat(practicesToSeal(1_000_000)).containsOnlyOnce(practice);
        assertThat(practicesToSeal(1)).hasSize(1);
        sealed(entry, 1);
        assertThat(practicesToSeal(1_000_000)).containsOnlyOnce(practice);
    }

    @Test
    @DisplayName("STO-61 a practice whose records all have their seals is not to be sealed")
    void sealedPracticesAreNotNamed() {
        sealed(happened(1), 1);

        assertThat(practicesToSeal(1_000_000)).doesNotContain(samples.practice().id());
    }

    @Test
    @Tag("promise:P18")
    @DisplayName(
            "STO-62 practices to seal come by their oldest unsealed record, so that busy ones keep no other waiting")
    void practicesToSealComeByTheirOldestRecord() {
        SortedMap<Integer, PracticeId> waiting = new TreeMap<>();
        for (int seconds : List.of(3, 0, 5, 1, 4, 2)) {
            Samples practice = storedPractice();
            append(practice, 100);
            append(practice, seconds);
            waiting.put(seconds, practice.practice().id());
        }

        List<PracticeId> named = new ArrayList<>(practicesToSeal(1_000_000));
        named.retainAll(waiting.values());

        assertThat(named).containsExactlyElementsOf(waiting.values());
    }

    private void append(Samples practice, int seconds) {
        AuditRecord record = practice.audit("client_created", ADA, Samples.NOW.plusSeconds(seconds));
        change(practice.scope(), unit -> unit.audit().append(record));
    }

    private List<PracticeId> practicesToSeal(int limit) {
        return system(system -> system.practicesToSeal(limit));
    }

    @Test
    @DisplayName("STO-25 records are filtered by client, actor, action and object, all at once")
    void recordsAreFiltered() {
        Principal joe = Principal.of(samples.contact("Joe").id());
        AuditRecord adas = happened(1);
        AuditRecord joes = appended(samples.audit("document_downloaded", joe, Samples.NOW.plusSeconds(2)));
        AuditRecord also = appended(samples.audit("document_deleted", joe, Samples.NOW.plusSeconds(3)));

        see(view -> {
            assertThat(found(view, Optional.of(joe), Optional.empty(), Optional.empty()))
                    .containsExactly(also, joes);
            assertThat(found(view, Optional.empty(), Optional.of("client_created"), Optional.empty()))
                    .containsExactly(adas);
            assertThat(found(view, Optional.of(joe), Optional.of("client_created"), Optional.empty()))
                    .isEmpty();
            assertThat(found(view, Optional.of(joe), Optional.of("document_deleted"), Optional.of(also.objectId())))
                    .containsExactly(also);
        });
    }

    private static List<AuditRecord> found(
            ReadView view, Optional<Principal> actor, Optional<String> action, Optional<String> objectId) {
        AuditQuery query = new AuditQuery(Optional.empty(), actor, action, objectId, PageRequest.first(9));
        return view.audit().list(query).items().stream().map(AuditEntry::record).toList();
    }
}

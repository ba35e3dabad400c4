package org.clientportal.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.audit.AuditId;
import org.clientportal.model.audit.AuditRecord;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.document.Sha256;
import org.clientportal.model.practice.PracticeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published format of the chain: it must never change, or old chains would no longer verify. */
@Tag("rule:AU-1")
class ChainHashTest {
    private static final AuditId ID = AuditId.of("019e2c5d-b800-7ffa-8000-000000000001");
    private static final ClientId CLIENT = ClientId.of("019e2c5d-b800-7ffa-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-05-15T16:00:00.000001Z");
    private static final Sha256 START = ChainHash.start(PracticeId.of("019e2c5d-b800-7ffa-8000-000000000003"));
    private static final AuditRecord RECORD = new AuditRecord(
            ID,
            AT,
            "document_downloaded",
            Principal.service("bücher"),
            Optional.of(Principal.system()),
            Optional.of(CLIENT),
            "document",
            "42",
            Optional.of("192.0.2.1"),
            Map.of("b", "2", "a", "1"));

    @Test
    void theHashesAreThoseOfTheFirstDay() {
        assertThat(START.hex()).isEqualTo("9d61d32bf2850d91bc329bc1626b5d174482ca63ace3c50ab97d9ddc9b2f989e");
        assertThat(ChainHash.next(START, 1, RECORD).hex())
                .isEqualTo("a6deb869631ed00fb477a111ed159ee0c7c18a030992fa89d644c44fa967fe61");
    }

    @Test
    void everyFieldCounts() {
        List<Sha256> hashes = Stream.of(
                        RECORD,
                        with("document_previewed", "document", "42", Optional.of("192.0.2.1"), Map.of()),
                        with("document_downloaded", "folder", "42", Optional.of("192.0.2.1"), Map.of()),
                        with("document_downloaded", "document", "43", Optional.of("192.0.2.1"), Map.of()),
                        with("document_downloaded", "document", "42", Optional.empty(), Map.of()),
                        with("document_downloaded", "document", "42", Optional.of("192.0.2.1"), Map.of()),
                        with("document_downloaded", "document", "42", Optional.of("192.0.2.1"), Map.of("a", "1")))
                .map(changed -> ChainHash.next(START, 1, changed))
                .toList();

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void textsThatOnlyShareTheirConcatenationDiffer() {
        AuditRecord one = with("done", "ab", "c", Optional.empty(), Map.of());
        AuditRecord other = with("done", "a", "bc", Optional.empty(), Map.of());

        assertThat(ChainHash.next(START, 1, one)).isNotEqualTo(ChainHash.next(START, 1, other));
    }

    @Test
    void placeAndPredecessorCount() {
        Sha256 first = ChainHash.next(START, 1, RECORD);

        assertThat(ChainHash.next(START, 2, RECORD)).isNotEqualTo(first);
        assertThat(ChainHash.next(first, 1, RECORD)).isNotEqualTo(first);
    }

    private static AuditRecord with(
            String action, String object, String objectId, Optional<String> network, Map<String, String> details) {
        return new AuditRecord(
                ID,
                AT,
                action,
                RECORD.actor(),
                RECORD.onBehalfOf(),
                RECORD.client(),
                object,
                objectId,
                network,
                details);
    }
}

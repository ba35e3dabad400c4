package org.clientportal.model.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.ContactId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("promise:P1")
class SecretTest {
    private static final Instant NOW = Instant.parse("2026-05-15T16:00:00Z");
    private static final Optional<Instant> SET = Optional.of(NOW);
    private static final Optional<Instant> UNSET = Optional.empty();

    @Test
    void isLiveUntilItsEndAndNotAtIt() {
        Secret secret = secret(UNSET, UNSET, UNSET, 0);
        assertThat(secret.at(NOW.plusSeconds(600).minusNanos(1_000))).isEqualTo(Secret.State.LIVE);
        assertThat(secret.at(NOW.plusSeconds(600))).isEqualTo(Secret.State.EXPIRED);
    }

    @Test
    @Tag("rule:SI-9")
    void saysWhatBecameOfItEvenAfterItsEnd() {
        Instant later = NOW.plusSeconds(9_999);
        assertThat(secret(SET, UNSET, UNSET, 0).at(later)).isEqualTo(Secret.State.USED);
        assertThat(secret(SET, SET, SET, 0).at(later)).isEqualTo(Secret.State.USED);
        assertThat(secret(UNSET, SET, SET, 0).at(later)).isEqualTo(Secret.State.REPLACED);
        assertThat(secret(UNSET, UNSET, SET, 0).at(later)).isEqualTo(Secret.State.REVOKED);
    }

    @Test
    @Tag("rule:SI-4")
    void theFifthWrongCodeKillsTheCodeAndNotTheLink() {
        assertThat(secret(UNSET, UNSET, UNSET, 4).codeIsLive(NOW)).isTrue();
        Secret fifth = secret(UNSET, UNSET, UNSET, 5);
        assertThat(fifth.codeIsLive(NOW)).isFalse();
        assertThat(fifth.at(NOW)).isEqualTo(Secret.State.LIVE);
        assertThat(secret(SET, UNSET, UNSET, 0).codeIsLive(NOW)).isFalse();
    }

    private static Secret secret(
            Optional<Instant> used, Optional<Instant> replaced, Optional<Instant> revoked, int wrong) {
        return new Secret(
                SecretId.of("00000000-0000-7000-8000-000000000001"),
                SecretPurpose.MAGIC_LINK,
                Principal.of(ContactId.of("00000000-0000-7000-8000-000000000002")),
                SecretOrigin.ASKED,
                "hash",
                Optional.of("code"),
                Optional.empty(),
                Optional.empty(),
                NOW,
                NOW.plusSeconds(600),
                wrong,
                used,
                replaced,
                revoked);
    }
}

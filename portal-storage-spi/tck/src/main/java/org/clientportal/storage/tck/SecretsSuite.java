package org.clientportal.storage.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretOrigin;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.storage.StorageException.RecordMissing;
import org.clientportal.storage.WriteUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Links and codes: STO-30 and STO-32. */
public abstract class SecretsSuite extends StorageSuite {
    private static final Instant LATER = Samples.NOW.plusSeconds(60);
    private static final Principal JOE =
            Principal.of(Samples.fresh().contact("Joe").id());
    private static final Principal ANN =
            Principal.of(Samples.fresh().contact("Ann").id());

    protected SecretsSuite() {}

    private Secret stored(Secret secret) {
        change(unit -> unit.secrets().insert(secret));
        return secret;
    }

    private Secret link() {
        return stored(samples.secret(JOE, SecretPurpose.MAGIC_LINK));
    }

    private boolean redeem(SecretId id, Instant now) {
        return write(unit -> unit.secrets().redeem(id, now));
    }

    private Secret.State stateOf(Secret secret, Instant now) {
        return storage.read(scope, view -> view.secrets().findByHash(secret.hash()))
                .orElseThrow()
                .at(now);
    }

    @Test
    @DisplayName("STO-13 what is read equals what was written, in every component")
    void everyComponentComesBack() {
        Secret bare = samples.secret(Principal.service("importer"), SecretPurpose.INVITATION);
        Secret full = new Secret(
                samples.secret(JOE, SecretPurpose.MAGIC_LINK).id(),
                SecretPurpose.MAGIC_LINK,
                JOE,
                SecretOrigin.ASKED,
                Texts.STRANGE,
                Optional.of(Texts.STRANGE),
                Optional.of(Texts.LINES),
                Optional.of("/files?q=" + Texts.STRANGE),
                Samples.NOW.plusNanos(1000),
                Samples.NOW.plusNanos(2000),
                4,
                Optional.of(Samples.NOW.plusNanos(3000)),
                Optional.of(Samples.NOW.plusNanos(4000)),
                Optional.of(Samples.NOW.plusNanos(5000)));

        for (Secret secret : List.of(stored(bare), stored(full))) {
            see(view -> assertThat(view.secrets().findByHash(secret.hash())).contains(secret));
        }
    }

    @Test
    @DisplayName("STO-10 from another practice a secret is not found, used, replaced, revoked or counted")
    void otherPracticesAreOutOfReach() {
        Secret secret = link();

        change(storedPractice().scope(), unit -> {
            assertThat(unit.secrets().findByHash(secret.hash())).isEmpty();
            assertThat(unit.secrets().outstanding(JOE, SecretPurpose.MAGIC_LINK))
                    .isEmpty();
            assertThat(unit.secrets().redeem(secret.id(), LATER)).isFalse();
            unit.secrets().replaceAll(JOE, SecretPurpose.MAGIC_LINK, LATER);
            assertThat(unit.secrets().revokeAll(JOE, LATER)).isZero();
        });
        assertThatThrownBy(() ->
                        change(storedPractice().scope(), unit -> unit.secrets().countWrongCode(secret.id())))
                .isInstanceOf(RecordMissing.class);

        see(view -> assertThat(view.secrets().findByHash(secret.hash())).contains(secret));
    }

    @Test
    @DisplayName("STO-30 a secret is redeemed once, and the unit that did sees it used")
    void aSecretIsRedeemedOnce() {
        Secret secret = link();

        boolean first = write(unit -> {
            boolean redeemed = unit.secrets().redeem(secret.id(), LATER);
            assertThat(unit.secrets().findByHash(secret.hash()).orElseThrow().usedAt())
                    .contains(LATER);
            return redeemed;
        });

        assertThat(first).isTrue();
        assertThat(redeem(secret.id(), LATER)).isFalse();
        assertThat(stateOf(secret, LATER)).isEqualTo(Secret.State.USED);
    }

    @Test
    @Tag("promise:P1")
    @DisplayName("STO-30 of four that redeem a secret at once exactly one succeeds")
    void oneOfManyRedeems() {
        Secret secret = link();

        List<Ending<Boolean>> endings = race((unit, runner) -> unit.secrets().redeem(secret.id(), LATER));

        assertThat(Ending.results(endings)).containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    @DisplayName("STO-30 a secret is live before its end, and not at its end")
    void aSecretExpires() {
        Secret secret = link();
        Secret other = link();

        assertThat(redeem(secret.id(), secret.expiresAt())).isFalse();
        assertThat(redeem(other.id(), other.expiresAt().minusNanos(1000))).isTrue();
        assertThat(redeem(samples.secret(JOE, SecretPurpose.MAGIC_LINK).id(), LATER))
                .isFalse();
    }

    @Test
    @DisplayName("STO-30 a redeemed secret of a unit that throws can be redeemed again")
    void aRollbackGivesTheSecretBack() {
        Secret secret = link();
        assertFails(unit -> {
                    unit.secrets().redeem(secret.id(), LATER);
                    throw new IllegalArgumentException("no such luck");
                })
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(redeem(secret.id(), LATER)).isTrue();
    }

    @Test
    @Tag("promise:P7")
    @DisplayName("STO-30 a secret that was replaced or revoked is not redeemed")
    void aReplacedSecretIsDead() {
        Secret replaced = link();
        change(unit -> unit.secrets().replaceAll(JOE, SecretPurpose.MAGIC_LINK, LATER));
        Secret revoked = link();
        change(unit -> unit.secrets().revokeAll(JOE, LATER));

        assertThat(redeem(replaced.id(), LATER)).isFalse();
        assertThat(redeem(revoked.id(), LATER)).isFalse();
        assertThat(stateOf(replaced, LATER)).isEqualTo(Secret.State.REPLACED);
        assertThat(stateOf(revoked, LATER)).isEqualTo(Secret.State.REVOKED);
    }

    @Test
    @Tag("promise:P7")
    @DisplayName("STO-30 a secret is either redeemed or replaced when both happen at once")
    void redeemingAndReplacingExcludeEachOther() {
        assertEitherRedeemedOr(
                unit -> {
                    unit.secrets().replaceAll(JOE, SecretPurpose.MAGIC_LINK, LATER);
                    return true;
                },
                Secret.State.REPLACED);
    }

    @Test
    @Tag("promise:P1")
    @DisplayName("STO-30 a secret is either redeemed or revoked when both happen at once")
    void redeemingAndRevokingExcludeEachOther() {
        assertEitherRedeemedOr(unit -> unit.secrets().revokeAll(JOE, LATER) >= 0, Secret.State.REVOKED);
    }

    private void assertEitherRedeemedOr(Function<WriteUnit, Boolean> end, Secret.State otherwise) {
        Secret secret = link();

        List<Ending<Boolean>> endings =
                race((unit, runner) -> runner % 2 == 0 ? unit.secrets().redeem(secret.id(), LATER) : !end.apply(unit));

        long redeemed = Ending.results(endings).stream().filter(won -> won).count();
        assertThat(Ending.failures(endings)).isEmpty();
        assertThat(redeemed).isLessThanOrEqualTo(1);
        assertThat(stateOf(secret, LATER)).isEqualTo(redeemed == 1 ? Secret.State.USED : otherwise);
    }

    @Test
    @DisplayName("STO-32 replaceAll reaches this person's outstanding secrets of this purpose only")
    void replacingReachesOnePurpose() {
        Secret used = link();
        redeem(used.id(), LATER);
        Secret link = link();
        Secret expired = stored(samples.secret(JOE, SecretPurpose.MAGIC_LINK, Samples.NOW.minusSeconds(999_999)));
        Secret invitation = stored(samples.secret(JOE, SecretPurpose.INVITATION));
        Secret anns = stored(samples.secret(ANN, SecretPurpose.MAGIC_LINK));

        change(unit -> unit.secrets().replaceAll(JOE, SecretPurpose.MAGIC_LINK, LATER));

        assertThat(Stream.of(used, link, expired, invitation, anns).map(secret -> stateOf(secret, LATER)))
                .containsExactly(
                        Secret.State.USED,
                        Secret.State.REPLACED,
                        Secret.State.REPLACED,
                        Secret.State.LIVE,
                        Secret.State.LIVE);
    }

    @Test
    @DisplayName("STO-32 revokeAll reaches all of this person's outstanding secrets and counts the live ones")
    void revokingReachesAllPurposes() {
        Secret used = link();
        redeem(used.id(), LATER);
        Secret link = link();
        Secret invitation = stored(samples.secret(JOE, SecretPurpose.INVITATION));
        Secret expired = stored(samples.secret(JOE, SecretPurpose.MAGIC_LINK, Samples.NOW.minusSeconds(999_999)));
        Secret anns = stored(samples.secret(ANN, SecretPurpose.MAGIC_LINK));

        int live = write(unit -> unit.secrets().revokeAll(JOE, LATER));

        assertThat(live).isEqualTo(2);
        assertThat(Stream.of(used, link, invitation, expired, anns).map(secret -> stateOf(secret, LATER)))
                .containsExactly(
                        Secret.State.USED,
                        Secret.State.REVOKED,
                        Secret.State.REVOKED,
                        Secret.State.REVOKED,
                        Secret.State.LIVE);
        change(unit -> assertThat(unit.secrets().revokeAll(JOE, LATER)).isZero());
    }

    @Test
    @DisplayName("STO-25 outstanding secrets of one person and purpose come newest first, expired ones included")
    void outstandingSecretsComeNewestFirst() {
        List<Secret> outstanding = Stream.of(0, 5, 5, 3, -999_999)
                .map(seconds -> stored(samples.secret(JOE, SecretPurpose.MAGIC_LINK, Samples.NOW.plusSeconds(seconds))))
                .toList();
        redeem(link().id(), LATER);
        stored(samples.secret(JOE, SecretPurpose.INVITATION));
        stored(samples.secret(ANN, SecretPurpose.MAGIC_LINK));

        see(view -> assertThat(view.secrets().outstanding(JOE, SecretPurpose.MAGIC_LINK))
                .containsExactlyElementsOf(Orders.newestFirst(outstanding, Secret::issuedAt, Secret::id)));
    }

    @Test
    @DisplayName("STO-15 to count a wrong code against a secret that is not there is a missing record")
    void wrongCodesNeedASecret() {
        SecretId never = samples.secret(JOE, SecretPurpose.MAGIC_LINK).id();

        assertFails(unit -> unit.secrets().countWrongCode(never)).isInstanceOf(RecordMissing.class);
    }

    @Test
    @Tag("promise:P5")
    @DisplayName("STO-31 wrong codes that four count at once are all counted")
    void wrongCodesAreCounted() {
        Secret secret = link();

        race((unit, runner) -> {
            unit.secrets().countWrongCode(secret.id());
            return true;
        });

        see(view -> assertThat(
                        view.secrets().findByHash(secret.hash()).orElseThrow().wrongCodes())
                .isEqualTo(RUNNERS));
    }
}

package org.clientportal.model.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeSettingsTest {
    @ParameterizedTest
    @CsvSource({"PT59S, false", "PT1M, true", "PT24H, true", "PT24H0.001S, false"})
    @Tag("rule:DO-4")
    void theTimeToDeleteIsFrom1MinuteTo24Hours(Duration window, boolean allowed) {
        assertThat(allowed(() -> settings(Set.of(SignInMeans.MAGIC_LINK), Optional.of(window))))
                .isEqualTo(allowed);
    }

    @Test
    @Tag("rule:SI-1")
    void oneWayToSignInIsAlwaysLeft() {
        assertThat(allowed(() -> settings(Set.of(), Optional.empty()))).isFalse();
        assertThat(allowed(() -> settings(Set.of(SignInMeans.PASSKEY), Optional.empty())))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PT59M, PT30M, false",
        "PT1H, PT15M, true",
        "PT1H, PT14M, false",
        "PT1H, PT1H, true",
        "PT1H, PT61M, false",
        "P30D, P30D, true",
        "P30DT1S, PT1H, false"
    })
    @Tag("rule:SI-5")
    void sessionsLastWithinLimits(Duration absolute, Duration idle, boolean allowed) {
        assertThat(allowed(() -> new SessionLimits(absolute, idle))).isEqualTo(allowed);
    }

    @Test
    @Tag("rule:DO-6")
    void filesAreTakenUpTo5GibibytesUnlessSaid() {
        assertThat(PracticeSettings.DEFAULT.maxUpload()).isEqualTo(5L * 1024 * 1024 * 1024);
    }

    private static void settings(Set<SignInMeans> means, Optional<Duration> window) {
        new PracticeSettings(Admission.BY_INVITATION, means, SessionLimits.DEFAULT, window, 1, "");
    }

    private static boolean allowed(Runnable make) {
        try {
            make.run();
            return true;
        } catch (InvalidValue refused) {
            return false;
        }
    }
}

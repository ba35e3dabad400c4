package org.clientportal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.practice.PracticeId;
import org.junit.jupiter.api.Test;

/** What browsers send is cut to what can be kept. */
class VisitTest {
    private static final PracticeId PRACTICE = new PracticeId(new UUID(0, 1));

    @Test
    void controlCharactersAndHalvesOfCharactersAreDropped() {
        assertThat(device("Fire\u0000fox\r\n\ud83d on \ud83d\ude00")).contains("Fire fox    on \ud83d\ude00");
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        assertThat(device("\ud83d\ude00".repeat(300)).orElseThrow()).hasSizeLessThanOrEqualTo(100);
        assertThat(device("\ud83d\ude00".repeat(300))).contains("\ud83d\ude00".repeat(50));
    }

    @Test
    void nothingLeftIsNothing() {
        assertThat(device(" \u0000\n")).isEmpty();
        assertThat(Visit.to(PRACTICE).in("").browser()).isEmpty();
    }

    private static Optional<String> device(String text) {
        return new Visit(PRACTICE, Optional.empty(), Optional.empty(), Optional.of(text), List.of()).device();
    }
}

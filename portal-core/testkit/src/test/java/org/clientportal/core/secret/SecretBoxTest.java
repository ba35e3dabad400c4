package org.clientportal.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.outbox.MessageId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("promise:P6")
class SecretBoxTest {
    private static final String TEXT = "a token and its code";

    private final SecretBox box = new SecretBox(KeyRing.random("k1"));
    private final MessageId message = new MessageId(UUID.randomUUID());

    @Test
    void whatIsSealedShowsNothingAndOpensWithItsMessage() {
        // when
        String sealed = box.seal(message, TEXT);

        // then
        assertThat(sealed).doesNotContain(TEXT);
        assertThat(box.open(message, sealed)).isEqualTo(TEXT);
    }

    @Test
    void movedToAnotherMessageItDoesNotOpen() {
        // given
        String sealed = box.seal(message, TEXT);

        // then
        assertThatThrownBy(() -> box.open(new MessageId(UUID.randomUUID()), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void changedInOnePlaceItDoesNotOpen() {
        // given
        String sealed = box.seal(message, TEXT);
        int middle = sealed.length() / 2;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';

        // then
        assertThatThrownBy(() -> box.open(message, sealed.substring(0, middle) + other + sealed.substring(middle + 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void withAnotherKeyItDoesNotOpen() {
        // given
        String sealed = box.seal(message, TEXT);

        // then
        assertThatThrownBy(() -> new SecretBox(KeyRing.random("k1")).open(message, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCredentialDoesNotShowItself() {
        assertThat(new Credential("token", Optional.of("12345678")).toString()).doesNotContain("token", "12345678");
    }

    @Test
    void oneTextSealedTwiceLooksDifferent() {
        assertThat(box.seal(message, TEXT)).isNotEqualTo(box.seal(message, TEXT));
    }
}

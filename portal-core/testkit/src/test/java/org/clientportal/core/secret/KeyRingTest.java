package org.clientportal.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("promise:P6")
class KeyRingTest {
    private static final byte[] ONE = new byte[32];
    private static final byte[] OTHER = key(7);

    @Test
    void theHashOfOneUseIsNoneOfAnother() {
        // given
        KeyRing keys = new KeyRing(Map.of("k1", ONE));

        // then
        assertThat(keys.hash("link", "token")).isNotEqualTo(keys.hash("session:contact", "token"));
    }

    @Test
    void whoLacksTheKeyCannotMakeTheHash() {
        assertThat(new KeyRing(Map.of("k1", ONE)).hash("link", "token"))
                .isNotEqualTo(new KeyRing(Map.of("k1", OTHER)).hash("link", "token"))
                .doesNotContain("token");
    }

    @Test
    void aNewKeyIsUsedFromNowOnAndTheEarlierOneStillReads() {
        // given
        KeyRing before = new KeyRing(Map.of("k1", ONE));
        Map<String, byte[]> rotated = new LinkedHashMap<>();
        rotated.put("k2", OTHER);
        rotated.put("k1", ONE);

        // when
        KeyRing after = new KeyRing(rotated);

        // then
        assertThat(after.hash("link", "token")).startsWith("k2.");
        assertThat(after.hashes("link", "token"))
                .containsExactly(after.hash("link", "token"), before.hash("link", "token"));
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }
}

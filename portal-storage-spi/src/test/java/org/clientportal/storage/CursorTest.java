package org.clientportal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Test
    void comesBackAsItWent() {
        Cursor cursor = new Cursor("acme & s\u00f6hne\nx", "0197f0a1-2b3c-7d4e-8f50-61728394a5b6");
        assertThat(Cursor.decode(cursor.encoded())).isEqualTo(cursor);
        assertThat(cursor.encoded()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "abc", "AAAA", "a b", "Cg", "=", "\u00e9", "%00"})
    void anythingElseIsRefused(String text) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> Cursor.decode(text))
                        .code())
                .isEqualTo("malformed_cursor");
    }

    @Test
    void oneThatDatabasesCannotKeepIsRefused() {
        String nul = Base64.getUrlEncoder().encodeToString("id\nkey\u0000".getBytes(StandardCharsets.UTF_8));
        String huge =
                Base64.getUrlEncoder().encodeToString(("id\n" + "k".repeat(501)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Cursor.decode(nul)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> Cursor.decode(huge)).isInstanceOf(InvalidValue.class);
    }
}

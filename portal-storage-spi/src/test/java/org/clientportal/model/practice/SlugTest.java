package org.clientportal.model.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rule:PR-2")
class SlugTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "miller", "miller-partners", "9", "a--b"})
    void fitsAHostName(String text) {
        assertThat(new Slug(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "Miller", "a.b", "a b", "m\u00fcller", "a/b", "a\n"})
    void whatDoesNotIsRefused(String text) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> new Slug(text))
                        .code())
                .isEqualTo("malformed_slug");
    }

    @Test
    void has63CharactersAtMost() {
        assertThat(new Slug("a".repeat(63)).value()).hasSize(63);
        assertThatThrownBy(() -> new Slug("a".repeat(64))).isInstanceOf(InvalidValue.class);
    }
}

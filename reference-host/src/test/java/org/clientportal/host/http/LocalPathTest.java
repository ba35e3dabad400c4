package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @Tag("rule:SI-13")
    @Tag("promise:P22")
    @ValueSource(
            strings = {
                "",
                "files",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                " /files",
                "https://evil.example",
                "javascript:alert(1)",
                "/a\"b",
                "/a<b",
                "/\u3002evil.example",
                "/\u2215evil.example",
                "/a\u0000",
            })
    void what_a_browser_could_take_elsewhere_is_no_path_of_ours(String path) {
        assertThat(LocalPath.is(path)).isFalse();
        assertThatThrownBy(() -> Answer.seeOther(path)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/files?year=2026&new=true", "/@evil.example", "/%2F%2Fevil.example", "/a#b"})
    void a_path_of_ours_is_one(String path) {
        assertThat(LocalPath.is(path)).isTrue();
    }

    @ParameterizedTest
    @Tag("promise:P6")
    @CsvSource({
        "/in/YrxLkuih42nwNxcJT-bvYrxLkuih42nwNxcJT-bv, /in/...",
        "/in/abc/more, /in/.../more",
        "/files/1, /files/1",
        "/a b, /a?b",
    })
    void a_path_is_logged_without_the_token_of_a_mails_link(String path, String logged) {
        assertThat(MaskedPath.of(path)).isEqualTo(logged);
        assertThat(MaskedPath.of("/" + "x".repeat(5000))).hasSizeLessThan(300);
    }
}

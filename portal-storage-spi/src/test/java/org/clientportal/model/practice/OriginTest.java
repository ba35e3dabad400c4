package org.clientportal.model.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://portal.firm.example, https://portal.firm.example, portal.firm.example",
        "' HTTPS://Portal.Firm.Example/ ', https://portal.firm.example, portal.firm.example",
        "https://firm.example:443, https://firm.example, firm.example",
        "http://localhost:8080, http://localhost:8080, localhost",
        "http://localhost:80, http://localhost, localhost"
    })
    @Tag("rule:PR-2")
    void isSchemeHostAndPort(String text, String value, String host) {
        assertThat(new Origin(text).value()).isEqualTo(value);
        assertThat(new Origin(text).host()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firm.example",
                "ftp://firm.example",
                "https://",
                "https:///x",
                "https://firm.example/portal",
                "https://firm.example?x",
                "https://firm.example#x",
                "https://jane@firm.example",
                "javascript:alert(1)",
                "https://firm example",
                "//firm.example",
                ""
            })
    @Tag("rule:PR-2")
    void whatHasMoreOrLessIsRefused(String text) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> new Origin(text))
                        .code())
                .isEqualTo("malformed_origin");
    }

    @Test
    @Tag("promise:P3")
    void everyLinkStartsWithIt() {
        assertThat(new Origin("https://firm.example").resolve("/in/abc")).isEqualTo("https://firm.example/in/abc");
        assertThat(new Origin("https://firm.example").isSecure()).isTrue();
        assertThat(new Origin("http://localhost").isSecure()).isFalse();
    }
}

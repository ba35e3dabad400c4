package org.clientportal.model.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rule:CC-8")
class EmailAddressTest {
    @Test
    void isTrimmedAndKeptAsTyped() {
        assertThat(new EmailAddress("  Jane.Doe@Example.COM ").typed()).isEqualTo("Jane.Doe@Example.COM");
        assertThat(new EmailAddress("Jane@example.com")).hasToString("Jane@example.com");
    }

    @Test
    void comparesWithoutCase() {
        assertThat(new EmailAddress("JANE@EXAMPLE.COM"))
                .isEqualTo(new EmailAddress("jane@example.com"))
                .hasSameHashCodeAs(new EmailAddress("jane@example.com"));
    }

    @Test
    void lowersCaseTheSameInEveryLanguage() {
        // given: in Turkish I and i are two letters
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));

            // then
            assertThat(new EmailAddress("INFO@EXAMPLE.COM").canonical()).isEqualTo("info@example.com");
            assertThat(new EmailAddress("title@example.com")).isEqualTo(new EmailAddress("TITLE@example.com"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void dotlessAndDottedStayTwoLetters() {
        assertThat(new EmailAddress("ılker@example.com")).isNotEqualTo(new EmailAddress("ilker@example.com"));
    }

    @Test
    void plusTagsAndDotsStayDistinct() {
        EmailAddress plain = new EmailAddress("janedoe@example.com");
        assertThat(new EmailAddress("janedoe+tax@example.com")).isNotEqualTo(plain);
        assertThat(new EmailAddress("jane.doe@example.com")).isNotEqualTo(plain);
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(new EmailAddress("jose\u0301@example.com")).isEqualTo(new EmailAddress("jos\u00e9@example.com"));
        assertThat(new EmailAddress("a@cafe\u0301.example")).isEqualTo(new EmailAddress("a@caf\u00e9.example"));
    }

    @Test
    void anInternationalDomainIsItsAsciiForm() {
        assertThat(new EmailAddress("a@M\u00fcnchen.example").canonical()).isEqualTo("a@xn--mnchen-3ya.example");
        assertThat(new EmailAddress("a@xn--mnchen-3ya.example")).isEqualTo(new EmailAddress("a@m\u00fcnchen.example"));
    }

    @Test
    void sharpSIsNotTwoS() {
        assertThat(new EmailAddress("a@xn--fa-hia.de")).isNotEqualTo(new EmailAddress("a@fass.de"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@fa\u00df.de",
                "a@FA\u1e9e.de",
                "a@\u03bf\u03b4\u03cc\u03c2.gr",
                "a@x\u200dy.de",
                "a@x\u200cy.de"
            })
    void aDomainThatOldAndNewRulesReadDifferentlyIsEnteredInItsAsciiForm(String text) {
        assertThat(refused(text).code()).isEqualTo("malformed_email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "@example.com",
                "jane@",
                "jane@example",
                "jane@@example.com",
                "a b@example.com",
                "jane@exam ple.com",
                ".jane@example.com",
                "jane.@example.com",
                "ja..ne@example.com",
                "jane@example..com",
                "jane@-example.com",
                "jane@example.com,joe@example.com",
                "jane@example.com;joe@example.com",
                "<jane@example.com>",
                "Jane <jane@example.com>",
                "\"jane\"@example.com",
                "jane(x)@example.com",
                "jane@[127.0.0.1]",
                "jane@exam_ple.com"
            })
    void whatIsNotExactlyOneMailboxIsRefused(String text) {
        InvalidValue refusal = refused(text);
        assertThat(refusal.field()).isEqualTo("email");
        assertThat(refusal.code()).isEqualTo("malformed_email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jane@example.com\r\nBcc: x@example.com", "ja\u0000ne@example.com", "\ud800a@example.com", ""})
    void controlCharactersAndHalfCharactersAreRefused(String text) {
        assertThat(refused(text).field()).isEqualTo("email");
    }

    @Test
    void hasAtMost254Characters() {
        String domain = ".example.com";
        String label = "d".repeat(60);
        String longest =
                "a".repeat(254 - 1 - 3 * 61 - domain.length() + 1) + "@" + label + "." + label + "." + label + domain;
        assertThat(longest).hasSize(254);
        assertThat(new EmailAddress(longest).typed()).isEqualTo(longest);
        assertThat(refused("b" + longest).code()).isEqualTo("too_long");
    }

    private static InvalidValue refused(String text) {
        return catchThrowableOfType(InvalidValue.class, () -> new EmailAddress(text));
    }
}

package org.clientportal.model.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rule:CC-9")
class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+15125550123", "+1 512 555 0123", " +1 (512) 555-0123 ", "+1.512.555.0123"})
    void isKeptAsDigitsAfterAPlus(String text) {
        assertThat(new PhoneNumber(text)).hasToString("+15125550123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5125550123",
                "0015125550123",
                "+05125550123",
                "+123456",
                "+1234567890123456",
                "+1512555O123",
                "+1 512 555 0123 ext 5",
                "+\u0661\u0665\u0661\u0662\u0665\u0665\u0665\u0660",
                "+"
            })
    void whatHasNoCountryCodeOrIsNoNumberIsRefused(String text) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> new PhoneNumber(text))
                        .code())
                .isEqualTo("malformed_phone");
    }
}

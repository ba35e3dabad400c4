package org.clientportal.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is read has bounds, however small it is to send. */
@Tag("promise:P21")
class JsonTest {
    @Test
    void nesting_has_an_end() {
        assertThat(Json.read(nested(32), Object.class)).isNotNull();
        refused(nested(33));
    }

    @Test
    void numbers_have_an_end() {
        assertThat(Json.read("1".repeat(64), Object.class)).isNotNull();
        refused("1".repeat(65));
    }

    @Test
    void names_have_an_end() {
        assertThat(Json.read(named(200), Object.class)).isNotNull();
        refused(named(201));
    }

    private static void refused(String json) {
        assertThatThrownBy(() -> Json.read(json, Object.class))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fault().code()).isEqualTo("malformed_json"));
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String named(int length) {
        return "{\"" + "n".repeat(length) + "\": 1}";
    }
}

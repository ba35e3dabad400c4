package org.clientportal.host.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.auth.AuthError;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.ErrorCode;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.HttpError;
import org.clientportal.host.web.view.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why something was refused is said in the reader's language. */
class RefusedTest {
    private static final Texts ENGLISH = Texts.in(Locale.US);
    private static final Texts SPANISH = Texts.in(new Locale("es"));

    /** A failure of ours has a page of its own instead. */
    static Stream<ErrorCode> codes() {
        return Stream.<ErrorCode[]>of(CoreError.values(), AuthError.values(), HttpError.values())
                .flatMap(Stream::of)
                .filter(code -> code != HttpError.INTERNAL);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasASentence(ErrorCode code) {
        Optional<String> english = Refused.words(ENGLISH, code.code(), Map.of());
        Optional<String> spanish = Refused.words(SPANISH, code.code(), Map.of());

        assertThat(english).isPresent();
        assertThat(spanish).isPresent().isNotEqualTo(english);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email_fixed", "not_restorable", "not_invitable", "no_client"})
    void everyReasonOfABadStateHasItsOwn(String reason) {
        assertThat(of(CoreError.BAD_STATE, reason)).isPresent().isNotEqualTo(of(CoreError.BAD_STATE, "another"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"on_this_client", "give_client", "ask_administrator"})
    void everyReasonOfAKnownContactHasItsOwn(String reason) {
        assertThat(of(CoreError.CONTACT_EXISTS, reason))
                .isPresent()
                .isNotEqualTo(of(CoreError.CONTACT_EXISTS, "another"));
    }

    @Test
    void aReasonThatTheCatalogueDoesNotKnowIsSaidAsItsCode() {
        PortalException refused = Refusals.badState("an_embedders_own", "Not on a Sunday.");

        assertThat(Refused.words(SPANISH, refused)).isEqualTo(SPANISH.get("error.bad_state"));
    }

    @Test
    void aCodeThatTheCatalogueDoesNotKnowIsSaidInItsOwnWords() {
        PortalException refused = Refusals.conflict(() -> "an_embedders_own", "Not on a Sunday.");

        assertThat(Refused.words(SPANISH, refused)).isEqualTo("Not on a Sunday.");
    }

    private static Optional<String> of(ErrorCode code, String reason) {
        return Refused.words(SPANISH, code.code(), Map.of("reason", reason));
    }
}

package org.clientportal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.clientportal.core.error.ErrorCode;
import org.clientportal.core.error.PortalException;

/** What came of a use case: its result, or the refusal. */
public final class Outcome<T> {
    private final Optional<T> result;
    private final Optional<PortalException> refusal;

    private Outcome(Optional<T> result, Optional<PortalException> refusal) {
        this.result = result;
        this.refusal = refusal;
    }

    static <T> Outcome<T> of(Supplier<T> use) {
        try {
            return new Outcome<>(Optional.of(use.get()), Optional.empty());
        } catch (PortalException refused) {
            return new Outcome<>(Optional.empty(), Optional.of(refused));
        }
    }

    /** Whether it was done. */
    public boolean succeeded() {
        return refusal.isEmpty();
    }

    /** It was done; gives the result. */
    public T isDone() {
        refusal.ifPresent(refused -> {
            throw new AssertionError("refused: " + refused.code().code(), refused);
        });
        return result.orElseThrow();
    }

    /** It was refused with this code; gives the refusal. */
    public PortalException isRefused(ErrorCode code) {
        assertThat(refusal).as("refusal, instead of " + result).isPresent();
        assertThat(refusal.orElseThrow().code().code()).isEqualTo(code.code());
        return refusal.orElseThrow();
    }

    /** It was refused with this code for this reason; gives the refusal. */
    public PortalException isRefused(ErrorCode code, String reason) {
        PortalException refused = isRefused(code);
        assertThat(refused.details()).containsEntry("reason", reason);
        return refused;
    }
}

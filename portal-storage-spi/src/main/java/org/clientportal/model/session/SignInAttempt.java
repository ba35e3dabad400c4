package org.clientportal.model.session;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.model.Principal;
import org.clientportal.model.Require;

/**
 * One try to sign in, for the history that staff read (SI-9); kept 30 days.
 *
 * @param subject the person, where known; else the practice's own history
 * @param outcome a stable code, such as {@code signed_in}, {@code invalid_link} or {@code unknown_email}
 * @param typed an unknown email as it was typed; present only without a subject
 */
public record SignInAttempt(
        UUID id,
        Instant at,
        Optional<Principal> subject,
        String outcome,
        Optional<String> typed,
        Optional<String> network,
        Optional<String> device) {
    public SignInAttempt {
        Require.micros("at", at);
        outcome = Require.line("outcome", outcome, 50);
        typed = typed.map(t -> Require.text("typed", t, 320));
        Require.that(typed.isEmpty() || subject.isEmpty(), "typed", "not_both", "is kept for unknown people only");
    }
}

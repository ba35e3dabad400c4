package org.clientportal.auth;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.session.SignInAttempt;

/** Writes the sign-in histories (SI-9), and failures into the audit in a unit of their own (AU-1). */
final class SignInLog {
    static final String SIGNED_IN = "signed_in";
    static final String UNKNOWN_EMAIL = "unknown_email";
    static final String NO_ACCESS = "no_access";

    private final Units units;

    SignInLog(Units units) {
        this.units = units;
    }

    /** Whose history a try belongs to: a person's, the practice's with the address as typed, or nobody's. */
    record Whose(Optional<Principal> person, Optional<String> typed) {
        static final Whose NOBODYS = new Whose(Optional.empty(), Optional.empty());

        static Whose person(Principal person) {
            return new Whose(Optional.of(person), Optional.empty());
        }

        static Whose typed(Optional<Principal> holder, String typed) {
            return new Whose(holder, holder.isPresent() ? Optional.empty() : Optional.of(typed));
        }
    }

    /** Notes a try in this unit. */
    static UUID note(Writing writing, Visit visit, Whose whose, String outcome) {
        UUID id = writing.newId();
        writing.unit()
                .signIns()
                .insert(new SignInAttempt(
                        id, writing.now(), whose.person(), outcome, whose.typed(), visit.network(), visit.device()));
        return id;
    }

    /** Runs a try to sign in; if it is refused, nothing of it stays but the note that it was. */
    <T> T noted(Visit visit, Whose whose, Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (PortalException refused) {
            if (refused.code() instanceof AuthError && !(refused instanceof PortalException.Throttled)) {
                failed(visit, whose, refused.code().code());
            }
            throw refused;
        }
    }

    private void failed(Visit visit, Whose whose, String outcome) {
        String known = whose.typed().isPresent() ? UNKNOWN_EMAIL : outcome;
        units.write(visit.nobody(), writing -> {
            UUID id = whose.equals(Whose.NOBODYS) ? writing.newId() : note(writing, visit, whose, known);
            PortalEvent event = new PortalEvent(
                    EventType.SIGN_IN_FAILED, Optional.empty(), id.toString(), Map.of("outcome", outcome));
            writing.happened(whose.person()
                    .map(person -> event.with("subject", person.kind() + " " + person.key()))
                    .orElse(event));
            return id;
        });
    }
}

package org.clientportal.auth;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.core.Actor;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretOrigin;
import org.clientportal.model.secret.SecretPurpose;

/** The 8-digit codes that mails carry beside their links (SI-4). Thread-safe. */
public final class Codes {
    private final Units units;
    private final Fingerprints prints;
    private final Tries tries;
    private final Entrance entrance;
    private final SignInLog log;

    Codes(Units units, Fingerprints prints, Tries tries, Entrance entrance, SignInLog log) {
        this.units = units;
        this.prints = prints;
        this.tries = tries;
        this.entrance = entrance;
        this.log = log;
    }

    /**
     * A charged try.
     *
     * @param person whoever has the address
     * @param open the secrets whose codes it may be judged by
     */
    private record Attempt(Optional<Principal> person, Tries.Charge charge, Set<SecretId> open) {}

    /**
     * Signs in by a typed code: of a link asked for only in the browser that asked, of a mail that staff sent in any. The
     * fifth wrong one kills the code and not the link.
     *
     * @param stay whether to stay signed in on this device (SI-5); not for staff
     * @throws PortalException.Invalid {@code malformed_email}; {@code malformed_code}; {@code wrong_code}, alike for known
     *     and unknown addresses
     * @throws PortalException.Conflict {@code means_off}
     * @throws PortalException.Throttled {@code too_many_tries}: the code was not even looked at (SI-10)
     */
    public Redeemed.SignedIn redeem(Visit visit, Side side, String typedEmail, String typedCode, boolean stay) {
        EmailAddress email = Typed.email(typedEmail);
        String code = Typed.code(typedCode);
        units.requireOwnCommits("signing in");
        Attempt attempt = units.write(visit.nobody(), writing -> charged(writing, visit, side, email));
        return log.noted(
                visit,
                SignInLog.Whose.typed(attempt.person(), email.typed()),
                () -> units.write(actor(visit, attempt), writing -> {
                    tries.forget(writing, visit, side, email, Optional.of(attempt.charge()));
                    Entrant entrant = attempt.person()
                            .flatMap(person -> People.locked(writing, person))
                            .filter(found -> found.email().equals(Optional.of(email)))
                            .orElseThrow(Codes::wrong);
                    Secret secret = matching(writing, entrant, attempt, code);
                    if (!writing.unit().secrets().redeem(secret.id(), writing.now())) {
                        throw wrong();
                    }
                    return entrance.admit(writing, visit, entrant, "code", stay, secret.returnTo());
                }));
    }

    private Attempt charged(Writing writing, Visit visit, Side side, EmailAddress email) {
        Typed.requireMailMeans(writing, side);
        Optional<Principal> holder = People.holder(writing.view(), side, email);
        Tries.Charge charge = tries.code(writing, visit, side, email, holder);
        Set<SecretId> tried = holder.stream()
                .flatMap(person -> outstanding(writing, person))
                .filter(secret -> isOpen(writing, visit, secret))
                .map(Secret::id)
                .collect(Collectors.toSet());
        tried.forEach(writing.unit().secrets()::countWrongCode);
        // Counted first and judged only if the count, this one included, is within the limit: exact under any race.
        Set<SecretId> open = holder.stream()
                .flatMap(person -> outstanding(writing, person))
                .filter(secret -> tried.contains(secret.id()) && secret.wrongCodes() <= Secret.MAX_WRONG_CODES)
                .map(Secret::id)
                .collect(Collectors.toSet());
        return new Attempt(holder, charge, open);
    }

    private boolean isOpen(Writing writing, Visit visit, Secret secret) {
        boolean here = secret.origin() == SecretOrigin.SENT || prints.isAskedIn(visit, secret);
        boolean fresh = secret.purpose() != SecretPurpose.INVITATION
                || writing.now().isBefore(secret.issuedAt().plus(OpenedLink.PROOF_NEEDED_AFTER));
        return here && fresh && secret.codeIsLive(writing.now());
    }

    private Secret matching(Writing writing, Entrant entrant, Attempt attempt, String code) {
        List<Secret> right = outstanding(writing, entrant.principal())
                .filter(secret -> attempt.open().contains(secret.id()) && prints.matches(secret, code))
                .toList();
        return right.stream().findFirst().orElseThrow(Codes::wrong);
    }

    private static Stream<Secret> outstanding(Writing writing, Principal person) {
        return Stream.of(SecretPurpose.values())
                .flatMap(purpose -> writing.unit().secrets().outstanding(person, purpose).stream());
    }

    private static Actor actor(Visit visit, Attempt attempt) {
        return attempt.person().map(visit::acting).orElseGet(visit::nobody);
    }

    private static PortalException wrong() {
        return Typed.refused(AuthError.WRONG_CODE, "code", "This code is wrong or no longer valid.");
    }
}

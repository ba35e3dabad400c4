package org.clientportal.auth;

import java.util.Optional;
import org.clientportal.core.Actors;
import org.clientportal.core.unit.Units;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretPurpose;

/** Redeems links: charges what is typed, judges it, and lets in exactly one of however many (SI-4, P1). */
final class LinkRedemption {
    private final Units units;
    private final Fingerprints prints;
    private final Tries tries;
    private final Entrance entrance;
    private final SignInLog log;

    LinkRedemption(Units units, Fingerprints prints, Tries tries, Entrance entrance, SignInLog log) {
        this.units = units;
        this.prints = prints;
        this.tries = tries;
        this.entrance = entrance;
        this.log = log;
    }

    /** A live link about to be redeemed. */
    private record Attempt(
            Visit visit,
            String token,
            Secret secret,
            Optional<EmailAddress> onRecord,
            Optional<EmailAddress> typed,
            Optional<Tries.Charge> charge) {
        Side side() {
            return Side.of(secret.subject());
        }

        void requireRightEmail(Optional<EmailAddress> address) {
            if (typed.isPresent() && !typed.equals(address)) {
                throw Typed.refused(AuthError.WRONG_EMAIL, "email", "This link was not sent to that email address.");
            }
        }
    }

    Redeemed redeem(Links links, Visit visit, String token, Optional<String> typedEmail, boolean stay) {
        units.requireOwnCommits("signing in");
        OpenedLink link =
                units.read(Actors.system(visit.practice()), reading -> OpenedLink.read(reading, prints, visit, token));
        if (!link.isLive()) {
            return refused(visit, link);
        }
        Secret secret = link.secret().orElseThrow();
        Optional<EmailAddress> typed =
                link.view().emailNeeded() ? Optional.of(Typed.email(needed(typedEmail))) : Optional.empty();
        Optional<Tries.Charge> charge =
                typed.map(email -> units.write(visit.nobody(), writing -> charged(writing, visit, secret)));
        Attempt attempt = new Attempt(visit, token, secret, link.email(), typed, charge);
        return log.noted(
                visit,
                SignInLog.Whose.person(secret.subject()),
                () -> link.view().proofFirst() ? proofMailed(links, attempt) : signedIn(attempt, stay));
    }

    private Redeemed signedIn(Attempt attempt, boolean stay) {
        Visit visit = attempt.visit();
        Secret secret = attempt.secret();
        return units.write(visit.acting(secret.subject()), writing -> {
            attempt.onRecord()
                    .ifPresent(email -> tries.forget(writing, visit, attempt.side(), email, attempt.charge()));
            Typed.requireMailMeans(writing, attempt.side());
            Entrant entrant = People.locked(writing, secret.subject())
                    .orElseThrow(() -> OpenedLink.refusal(LinkView.State.REVOKED));
            attempt.requireRightEmail(entrant.email());
            if (!writing.unit().secrets().redeem(secret.id(), writing.now())) {
                OpenedLink lost = OpenedLink.read(writing, prints, visit, attempt.token());
                throw OpenedLink.refusal(lost.view().state());
            }
            return entrance.admit(writing, visit, entrant, means(secret), stay, secret.returnTo());
        });
    }

    private static Redeemed proofMailed(Links links, Attempt attempt) {
        attempt.requireRightEmail(attempt.onRecord());
        attempt.typed().ifPresent(email -> links.ask(attempt.visit(), attempt.side(), email.typed(), Optional.empty()));
        return new Redeemed.ProofMailed();
    }

    private Redeemed refused(Visit visit, OpenedLink link) {
        SignInLog.Whose whose = link.secret()
                .map(secret -> SignInLog.Whose.person(secret.subject()))
                .orElse(SignInLog.Whose.NOBODYS);
        units.write(visit.nobody(), writing -> tries.network(writing, visit));
        return log.noted(visit, whose, () -> {
            throw OpenedLink.refusal(link.view().state());
        });
    }

    /** A wrong address counts against the code too: the fifth kills it, and not the link (SI-4). */
    private Tries.Charge charged(Writing writing, Visit visit, Secret secret) {
        Tries.Charge charge = tries.link(writing, visit, secret.id());
        writing.unit().secrets().countWrongCode(secret.id());
        return charge;
    }

    private static String needed(Optional<String> typedEmail) {
        return typedEmail
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> Typed.refused(
                        AuthError.EMAIL_NEEDED, "email", "Please type the email address that this was sent to."));
    }

    private static String means(Secret secret) {
        return secret.purpose() == SecretPurpose.INVITATION ? Invitations.MAIL : Links.MAIL;
    }
}

package org.clientportal.auth;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.core.secret.Credential;
import org.clientportal.core.secret.SecretBox;
import org.clientportal.core.unit.Writing;
import org.clientportal.model.Principal;
import org.clientportal.model.outbox.DeliveryState;
import org.clientportal.model.outbox.Lane;
import org.clientportal.model.outbox.MessageId;
import org.clientportal.model.outbox.OutboxMessage;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;

/** Issues secrets: kept as hashes, and sealed into the mail that carries them (P6). */
final class Issuer {
    private final Fingerprints prints;
    private final SecretBox box;
    private final Tokens tokens;

    Issuer(Fingerprints prints, SecretBox box, Tokens tokens) {
        this.prints = prints;
        this.box = box;
        this.tokens = tokens;
    }

    /** A secret and its mail, neither kept nor sent yet. */
    record Issue(Secret secret, OutboxMessage mail) {}

    /** Issues one in this unit; the earlier ones of its purpose and person end with it (SI-3). */
    void issue(Writing writing, Principal to, Issuance terms) {
        Issue issue = made(writing, to, terms);
        writing.unit().secrets().replaceAll(to, terms.purpose(), writing.now());
        writing.unit().secrets().insert(issue.secret());
        writing.send(issue.mail());
    }

    /** Makes one without issuing it: the work that is done for addresses nobody has (SI-9). */
    Issue made(Writing writing, Principal to, Issuance terms) {
        Credential credential = tokens.credential();
        SecretId id = new SecretId(writing.newId());
        Instant ends = writing.now().plus(terms.lasts());
        Secret secret = new Secret(
                id,
                terms.purpose(),
                to,
                terms.origin(),
                prints.link(credential.token()),
                credential.code().map(code -> prints.code(id, code)),
                terms.browser(),
                terms.returnTo(),
                writing.now(),
                ends,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Issue(secret, mail(writing, to, terms, credential, ends));
    }

    private OutboxMessage mail(Writing writing, Principal to, Issuance terms, Credential credential, Instant ends) {
        MessageId id = new MessageId(writing.newId());
        return new OutboxMessage(
                id,
                Lane.SIGN_IN,
                terms.kind(),
                Optional.of(to),
                terms.client(),
                terms.values(),
                Optional.of(box.seal(id, credential.text())),
                writing.now(),
                writing.now(),
                Optional.of(ends),
                DeliveryState.QUEUED,
                0,
                Optional.empty(),
                Optional.empty(),
                0);
    }
}

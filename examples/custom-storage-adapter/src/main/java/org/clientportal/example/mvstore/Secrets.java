package org.clientportal.example.mvstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.UniqueKey;

/** Secrets. */
final class Secrets implements SecretStore {
    static final Kind<Secret> KIND = Kind.of(
                    "secret", Secret.class, secret -> secret.id().toString())
            .unique(UniqueKey.SECRET_HASH, secret -> Optional.of(secret.hash()))
            .orderOfSome(
                    "outstanding",
                    secret -> secret.isOutstanding()
                            ? Optional.of(List.of(
                                    Sessions.text(secret.subject()),
                                    secret.purpose().name(),
                                    Key.time(secret.issuedAt())))
                            : Optional.empty());

    private final Table<Secret> table;

    Secrets(Unit unit) {
        this.table = unit.table(KIND);
    }

    @Override
    public Optional<Secret> findByHash(String hash) {
        return table.findUnique(UniqueKey.SECRET_HASH, hash);
    }

    @Override
    public List<Secret> outstanding(Principal subject, SecretPurpose purpose) {
        return table.descending("outstanding", Sessions.text(subject), purpose.name())
                .toList();
    }

    @Override
    public void insert(Secret secret) {
        table.add(secret);
    }

    @Override
    public boolean redeem(SecretId id, Instant now) {
        Optional<Secret> live = table.find(id.toString()).filter(secret -> secret.at(now) == Secret.State.LIVE);
        live.ifPresent(secret -> table.replace(secret.used(now)));
        return live.isPresent();
    }

    @Override
    public void replaceAll(Principal subject, SecretPurpose purpose, Instant now) {
        outstanding(subject, purpose).forEach(secret -> table.replace(secret.replaced(now)));
    }

    @Override
    public int revokeAll(Principal subject, Instant now) {
        List<Secret> all =
                table.ascending("outstanding", Sessions.text(subject)).toList();
        all.forEach(secret -> table.replace(secret.revoked(now)));
        return (int) all.stream()
                .filter(secret -> secret.at(now) == Secret.State.LIVE)
                .count();
    }

    @Override
    public void countWrongCode(SecretId id) {
        Secret secret = table.get(id.toString());
        table.replace(secret.withWrongCodes(secret.wrongCodes() + 1));
    }
}

package org.clientportal.storage.memory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.model.Principal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.UniqueKey;

final class MemorySecrets implements SecretStore {
    static final Table<SecretId, Secret> TABLE =
            Table.of("secret", Secret::id).unique(UniqueKey.SECRET_HASH, secret -> Optional.of(secret.hash()));

    private static final Order<Secret, Instant> NEWEST_FIRST = Order.newestFirst(Secret::issuedAt, Secret::id);

    private final Rows<SecretId, Secret> rows;

    MemorySecrets(Transaction transaction, PracticeId practice) {
        this.rows = new Rows<>(transaction, practice, TABLE);
    }

    @Override
    public Optional<Secret> findByHash(String hash) {
        return rows.by(UniqueKey.SECRET_HASH, hash);
    }

    @Override
    public List<Secret> outstanding(Principal subject, SecretPurpose purpose) {
        return NEWEST_FIRST.all(outstanding(subject).filter(secret -> secret.purpose() == purpose));
    }

    @Override
    public void insert(Secret secret) {
        rows.insert(secret);
    }

    @Override
    public boolean redeem(SecretId id, Instant now) {
        Optional<Secret> live = rows.get(id).filter(secret -> secret.at(now) == Secret.State.LIVE);
        live.ifPresent(secret -> rows.replace(secret.used(now)));
        return live.isPresent();
    }

    @Override
    public void replaceAll(Principal subject, SecretPurpose purpose, Instant now) {
        outstanding(subject, purpose).forEach(secret -> rows.replace(secret.replaced(now)));
    }

    @Override
    public int revokeAll(Principal subject, Instant now) {
        List<Secret> all = outstanding(subject).toList();
        all.forEach(secret -> rows.replace(secret.revoked(now)));
        return (int) all.stream()
                .filter(secret -> secret.at(now) == Secret.State.LIVE)
                .count();
    }

    @Override
    public void countWrongCode(SecretId id) {
        Secret secret = rows.require(id);
        rows.replace(secret.withWrongCodes(secret.wrongCodes() + 1));
    }

    private Stream<Secret> outstanding(Principal subject) {
        return rows.all().filter(secret -> secret.subject().equals(subject) && secret.isOutstanding());
    }
}

package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.model.Principal;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.secret.Secret;
import org.clientportal.model.secret.SecretId;
import org.clientportal.model.secret.SecretOrigin;
import org.clientportal.model.secret.SecretPurpose;
import org.clientportal.storage.SecretStore;
import org.clientportal.storage.StorageException.RecordMissing;

/** Keeps issued secrets; what becomes of one is decided by one conditional statement. */
final class Secrets implements SecretStore {
    private static final String COLUMNS = "id, purpose, subject_kind, subject_key, origin, hash, code_hash, browser,"
            + " return_to, issued_at, expires_at, wrong_codes, used_at, replaced_at, revoked_at";
    private static final String OUTSTANDING = "used_at is null and replaced_at is null and revoked_at is null";
    private static final String OF_PERSON =
            " where practice_id = ? and subject_kind = ? and subject_key = ? and " + OUTSTANDING;

    private final Unit unit;
    private final PracticeId practice;

    Secrets(Unit unit, PracticeId practice) {
        this.unit = unit;
        this.practice = practice;
    }

    @Override
    public Optional<Secret> findByHash(String hash) {
        String sql = "select " + COLUMNS + " from {secret} where practice_id = ? and hash = ?";
        return unit.first(Secrets::read, sql, practice, hash);
    }

    @Override
    public List<Secret> outstanding(Principal subject, SecretPurpose purpose) {
        String sql = "select " + COLUMNS + " from {secret}" + OF_PERSON
                + " and purpose = ? order by issued_at desc, id desc";
        return unit.list(Secrets::read, sql, practice, subject.kind(), subject.key(), purpose);
    }

    @Override
    public void insert(Secret secret) {
        unit.change(
                "insert into {secret} (practice_id, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                practice,
                secret.id(),
                secret.purpose(),
                secret.subject().kind(),
                secret.subject().key(),
                secret.origin(),
                secret.hash(),
                secret.codeHash(),
                secret.browser(),
                secret.returnTo(),
                secret.issuedAt(),
                secret.expiresAt(),
                secret.wrongCodes(),
                secret.usedAt(),
                secret.replacedAt(),
                secret.revokedAt());
    }

    @Override
    public boolean redeem(SecretId id, Instant now) {
        String sql = "update {secret} set used_at = ? where practice_id = ? and id = ? and expires_at > ? and "
                + OUTSTANDING;
        return unit.change(sql, now, practice, id, now) == 1;
    }

    @Override
    public void replaceAll(Principal subject, SecretPurpose purpose, Instant now) {
        String sql = "update {secret} set replaced_at = ?" + OF_PERSON + " and purpose = ?";
        unit.change(sql, now, practice, subject.kind(), subject.key(), purpose);
    }

    @Override
    public int revokeAll(Principal subject, Instant now) {
        String sql = "update {secret} set revoked_at = ?" + OF_PERSON + " returning expires_at > ?";
        List<Boolean> live = unit.list(Row::truth, sql, now, practice, subject.kind(), subject.key(), now);
        return (int) live.stream().filter(wasLive -> wasLive).count();
    }

    @Override
    public void countWrongCode(SecretId id) {
        String sql = "update {secret} set wrong_codes = wrong_codes + 1 where practice_id = ? and id = ?";
        if (unit.change(sql, practice, id) == 0) {
            throw unit.fail(new RecordMissing(id));
        }
    }

    private static Secret read(Row row) throws SQLException {
        return new Secret(
                new SecretId(row.uuid()),
                row.constant(SecretPurpose.class),
                row.principal(),
                row.constant(SecretOrigin.class),
                row.text(),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.instant(),
                row.instant(),
                row.integer(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant());
    }
}

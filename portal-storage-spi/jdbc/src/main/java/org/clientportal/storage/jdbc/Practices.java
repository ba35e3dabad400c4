package org.clientportal.storage.jdbc;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.SessionLimits;
import org.clientportal.model.practice.SignInMeans;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.StorageException.RecordMissing;

/** Keeps the one practice of a unit; no other is there for it. */
final class Practices extends Records<PracticeId, Practice> {
    static final Table<Practice> TABLE = new Table<>(
            "practice",
            List.of(),
            "practice_id, slug, name, origin, zone, currency, locale, admission, means, session_absolute, session_idle,"
                    + " delete_window, max_upload, invitation_text, accent, external_id, created_at, version",
            List.of("host"),
            Practices::read,
            Practices::values);

    Practices(Unit unit, PracticeId practice) {
        super(unit, practice, TABLE);
    }

    @Override
    List<?> keyOf(PracticeId id) {
        return List.of();
    }

    @Override
    PracticeId idOf(Practice record) {
        return record.id();
    }

    @Override
    boolean holds() {
        return true;
    }

    @Override
    public Optional<Practice> find(PracticeId id) {
        return id.equals(practice) ? super.find(id) : Optional.empty();
    }

    @Override
    public Map<PracticeId, Practice> findAll(Set<PracticeId> ids) {
        return ids.contains(practice) ? byId(unit.list(table.reader(), table.selectByKey(), practice)) : Map.of();
    }

    @Override
    public Practice lock(PracticeId id) {
        return super.lock(own(id));
    }

    @Override
    public void insert(Practice record) {
        if (!record.id().equals(practice)) {
            throw unit.fail(new ParentMissing("another practice's unit"));
        }
        super.insert(record);
    }

    @Override
    public Practice update(Practice record) {
        own(record.id());
        return super.update(record);
    }

    private PracticeId own(PracticeId id) {
        if (!id.equals(practice)) {
            throw unit.fail(new RecordMissing(id));
        }
        return id;
    }

    private static Practice read(Row row) throws SQLException {
        return new Practice(
                new PracticeId(row.uuid()),
                new Slug(row.text()),
                row.text(),
                new Origin(row.text()),
                ZoneId.of(row.text()),
                Currency.getInstance(row.text()),
                Locale.forLanguageTag(row.text()),
                settings(row),
                row.optionalText(),
                row.optionalText(),
                row.instant(),
                row.number());
    }

    private static PracticeSettings settings(Row row) throws SQLException {
        return new PracticeSettings(
                row.constant(Admission.class),
                Json.constants(SignInMeans.class, row.text()),
                new SessionLimits(row.duration(), row.duration()),
                row.optionalDuration(),
                row.number(),
                row.text());
    }

    private static List<?> values(Practice practice) {
        PracticeSettings settings = practice.settings();
        return List.of(
                practice.slug().value(),
                practice.name(),
                practice.origin().value(),
                practice.zone().getId(),
                practice.currency().getCurrencyCode(),
                practice.locale().toLanguageTag(),
                settings.admission(),
                Json.write(settings.means()),
                settings.sessions().absolute(),
                settings.sessions().idle(),
                settings.deleteWindow(),
                settings.maxUpload(),
                settings.invitationText(),
                practice.accent(),
                practice.externalId(),
                practice.createdAt(),
                practice.origin().host());
    }
}

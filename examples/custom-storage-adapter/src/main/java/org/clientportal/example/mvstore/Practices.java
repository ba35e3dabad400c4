package org.clientportal.example.mvstore;

import java.util.List;
import java.util.Optional;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.storage.StorageException.ParentMissing;
import org.clientportal.storage.UniqueKey;

/** The practice of a unit. Its row belongs to nobody, since its slug, host and external id are unique among all (STO-12). */
final class Practices extends Records<PracticeId, Practice> {
    static final Kind<Practice> KIND = Kind.of(
                    "practice", Practice.class, practice -> practice.id().toString())
            .unique(
                    UniqueKey.PRACTICE_SLUG,
                    practice -> Optional.of(practice.slug().value()))
            .unique(
                    UniqueKey.PRACTICE_HOST,
                    practice -> Optional.of(practice.origin().host()))
            .unique(UniqueKey.PRACTICE_EXTERNAL_ID, Practice::externalId)
            .order("slug", practice -> List.of(practice.slug().value()));

    Practices(Unit unit) {
        super(unit, new Table<>(unit.rows(), KIND, Table.NOBODY), PracticeId::toString);
    }

    @Override
    PracticeId idOf(Practice practice) {
        return practice.id();
    }

    /** A unit's own practice is the only one that it reaches (STO-10). */
    @Override
    public Optional<Practice> find(PracticeId id) {
        return super.find(id).filter(found -> found.id().equals(unit.practice()));
    }

    @Override
    void requireParents(Practice practice) {
        if (!practice.id().equals(unit.practice())) {
            throw unit.rows().died(new ParentMissing("practice " + practice.id() + " in the scope of another"));
        }
    }
}

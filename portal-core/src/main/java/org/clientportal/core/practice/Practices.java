package org.clientportal.core.practice;

import java.util.List;
import java.util.Optional;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.Ids;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.event.EventType;
import org.clientportal.core.event.PortalEvent;
import org.clientportal.core.unit.Units;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.Slug;
import org.clientportal.storage.SystemUnit;

/** Sets up and finds practices. Thread-safe. */
public final class Practices {
    private final Units units;
    private final Ids ids;

    public Practices(Units units, Ids ids) {
        this.units = units;
        this.ids = ids;
    }

    /**
     * Sets up a practice (PR-2). For whoever runs the portal, not for a practice's people.
     *
     * @throws org.clientportal.core.error.PortalException.Conflict {@code practice_exists}, {@code external_id_taken}
     */
    public Practice create(CreatePractice command) {
        PracticeId id = new PracticeId(ids.next(units.now()));
        return units.write(Actors.system(id), work -> {
            Practice practice = new Practice(
                    id,
                    command.slug(),
                    command.name(),
                    command.origin(),
                    command.zone(),
                    command.currency(),
                    command.locale(),
                    PracticeSettings.DEFAULT,
                    command.accent(),
                    command.externalId(),
                    work.now(),
                    0);
            work.unit().practices().insert(practice);
            work.happened(PortalEvent.of(EventType.PRACTICE_CREATED, id));
            return practice;
        });
    }

    /** The practice whose portal has this host name, given in lower case. */
    public Optional<Practice> byHost(String host) {
        return units.system(unit -> unit.practiceByHost(host));
    }

    public Optional<Practice> bySlug(Slug slug) {
        return units.system(unit -> unit.practiceBySlug(slug));
    }

    /** Every practice, by slug; for whoever runs the portal. */
    public List<Practice> all() {
        return units.system(SystemUnit::practices);
    }

    /** The actor's own practice with its settings (ADMIN, PR-4). */
    public Practice own(Actor actor) {
        return units.read(actor, work -> {
            work.admin();
            return work.practice();
        });
    }

    /**
     * Changes the settings (PR-4).
     *
     * @param version the version they were read at; absent: whatever it is
     */
    public Practice changeSettings(Actor actor, PracticeSettings settings, Optional<Long> version) {
        return units.write(actor, work -> {
            work.admin();
            Practice practice = work.unit().practices().lock(actor.practice());
            Refusals.unlessAt(practice, version);
            work.happened(PortalEvent.of(EventType.SETTINGS_CHANGED, practice.id()));
            return work.unit().practices().update(practice.withSettings(settings));
        });
    }
}

package org.clientportal.host.api;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.core.Portal;
import org.clientportal.core.practice.AddStaff;
import org.clientportal.core.practice.ChangeStaff;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.SessionLimits;
import org.clientportal.model.practice.SignInMeans;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffId;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;

/** The practice itself and its staff. */
public final class PracticeApi {
    private static final String STAFF = "/api/v1/staff";

    private final Portal portal;

    public PracticeApi(Portal portal) {
        this.portal = portal;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/api/v1/practice", Audience.STAFF, "practice.get", this::get),
                Route.put("/api/v1/practice/settings", Audience.ADMIN, "practice.settings", this::changeSettings),
                Route.get(STAFF, Audience.ADMIN, "staff.list", this::staff),
                Route.post(STAFF, Audience.ADMIN, "staff.add", this::addStaff),
                Route.put(STAFF + "/{staffId}", Audience.ADMIN, "staff.change", this::changeStaff));
    }

    /** Durations are ISO 8601, such as {@code PT1H}; without {@code deleteWindow} contacts never delete (DO-4). */
    record SettingsJson(
            Admission admission,
            Set<SignInMeans> means,
            Duration sessionAbsolute,
            Duration sessionIdle,
            Optional<Duration> deleteWindow,
            long maxUpload,
            String invitationText) {
        static SettingsJson of(PracticeSettings settings) {
            return new SettingsJson(
                    settings.admission(),
                    settings.means(),
                    settings.sessions().absolute(),
                    settings.sessions().idle(),
                    settings.deleteWindow(),
                    settings.maxUpload(),
                    settings.invitationText());
        }

        PracticeSettings settings() {
            return new PracticeSettings(
                    admission,
                    means,
                    new SessionLimits(sessionAbsolute, sessionIdle),
                    deleteWindow,
                    maxUpload,
                    invitationText);
        }
    }

    /** Settings, and the version that they are changed at, are an administrator's (PR-4). */
    record PracticeJson(
            PracticeId id,
            String slug,
            String name,
            String origin,
            String timeZone,
            String currency,
            String locale,
            Optional<SettingsJson> settings,
            Optional<Long> version) {
        static PracticeJson of(Practice practice, boolean admin) {
            return new PracticeJson(
                    practice.id(),
                    practice.slug().value(),
                    practice.name(),
                    practice.origin().value(),
                    practice.zone().getId(),
                    practice.currency().getCurrencyCode(),
                    practice.locale().toLanguageTag(),
                    Optional.of(practice.settings()).filter(s -> admin).map(SettingsJson::of),
                    Optional.of(practice.version()).filter(v -> admin));
        }
    }

    /** Without {@code clients} a member reaches all of them (PR-3). */
    record StaffTerms(StaffRole role, boolean impersonates, Optional<List<String>> clients, Optional<Boolean> active) {
        ClientAccess access() {
            return clients.map(ids ->
                            ClientAccess.only(ids.stream().map(ClientId::of).collect(Collectors.toSet())))
                    .orElse(ClientAccess.ALL);
        }
    }

    record NewStaff(String email, String name, StaffRole role, boolean impersonates, Optional<List<String>> clients) {}

    record StaffJson(
            StaffId id,
            String email,
            String name,
            StaffRole role,
            boolean impersonates,
            Optional<Set<ClientId>> clients,
            boolean active,
            long version) {
        static StaffJson of(StaffMember member) {
            return new StaffJson(
                    member.id(),
                    member.email().typed(),
                    member.name(),
                    member.role(),
                    member.impersonates(),
                    member.access().all()
                            ? Optional.empty()
                            : Optional.of(member.access().named()),
                    member.active(),
                    member.version());
        }
    }

    private Answer get(Exchange exchange) {
        return exchange.staffSession().orElseThrow().member().isAdmin()
                ? answer(portal.practices().own(exchange.staff()))
                : Answer.json(PracticeJson.of(exchange.practice(), false));
    }

    private Answer changeSettings(Exchange exchange) throws IOException {
        PracticeSettings settings = exchange.body().json(SettingsJson.class).settings();
        return answer(portal.practices().changeSettings(exchange.staff(), settings, exchange.ifMatch()));
    }

    private Answer staff(Exchange exchange) {
        return Answer.json(portal.staff().list(exchange.staff()).stream()
                .map(StaffJson::of)
                .toList());
    }

    private Answer addStaff(Exchange exchange) throws IOException {
        NewStaff body = exchange.body().json(NewStaff.class);
        StaffTerms terms = new StaffTerms(body.role(), body.impersonates(), body.clients(), Optional.empty());
        StaffMember member = portal.staff()
                .add(
                        exchange.staff(),
                        new AddStaff(
                                new EmailAddress(body.email()),
                                body.name(),
                                body.role(),
                                body.impersonates(),
                                terms.access()));
        return Answer.created(STAFF + "/" + member.id(), StaffJson.of(member)).version(member.version());
    }

    private Answer changeStaff(Exchange exchange) throws IOException {
        StaffTerms body = exchange.body().json(StaffTerms.class);
        StaffMember member = portal.staff()
                .change(
                        exchange.staff(),
                        new ChangeStaff(
                                exchange.path("staffId", StaffId::of),
                                body.role(),
                                body.impersonates(),
                                body.access(),
                                body.active().orElse(true),
                                exchange.ifMatch()));
        return Answer.json(StaffJson.of(member)).version(member.version());
    }

    private static Answer answer(Practice practice) {
        return Answer.json(PracticeJson.of(practice, true)).version(practice.version());
    }
}

package org.clientportal.host.web.practice;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.http.Route;
import org.clientportal.host.web.view.Form;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.SessionLimits;

/** The practice's settings (PR-4): in hours, minutes and MB, as people say them. */
public final class SettingsPages {
    private static final long MEGABYTE = 1_000_000;

    private final Desk desk;

    SettingsPages(Desk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Places.SETTINGS, Audience.ADMIN, "practice.settings.show", this::show),
                Route.post(Places.SETTINGS, Audience.ADMIN, "practice.settings.change", this::change));
    }

    /** The page. */
    public record View(Practice practice, Form form) {}

    private Answer show(Exchange exchange) {
        Practice practice = desk.portal().practices().own(exchange.staff());
        return page(exchange, Form.of(write(practice.settings())));
    }

    private Answer change(Exchange exchange) throws IOException {
        PostedForm posted = exchange.body().form();
        return desk.posted(
                exchange,
                posted,
                () -> {
                    PracticeSettings before =
                            desk.portal().practices().own(exchange.staff()).settings();
                    desk.portal()
                            .practices()
                            .changeSettings(exchange.staff(), read(posted, before), Optional.of(Typed.version(posted)));
                    return desk.done(exchange, Places.SETTINGS, "practice.saved");
                },
                form -> page(exchange, form));
    }

    private Answer page(Exchange exchange, Form form) {
        Practice practice = desk.portal().practices().own(exchange.staff());
        return desk.page(exchange, "settings", new View(practice, form));
    }

    private static PracticeSettings read(PostedForm posted, PracticeSettings before) {
        Optional<Duration> window =
                posted.filled("deleteWindow").map(text -> Duration.ofMinutes(bounded(posted, "deleteWindow")));
        // What stands there unchanged is kept to the byte.
        boolean sameSize = posted.text("maxUpload").equals(megabytes(before));
        return new PracticeSettings(
                Typed.choice(posted, "admission", Admission.class),
                before.means(),
                new SessionLimits(
                        Duration.ofHours(bounded(posted, "sessionAbsolute")),
                        Duration.ofMinutes(bounded(posted, "sessionIdle"))),
                window,
                sameSize ? before.maxUpload() : bounded(posted, "maxUpload") * MEGABYTE,
                posted.text("invitationText"));
    }

    private static long bounded(PostedForm posted, String field) {
        return Math.min(Typed.number(posted, field), 1_000_000_000L);
    }

    private static Map<String, String> write(PracticeSettings settings) {
        Map<String, String> values = new TreeMap<>();
        values.put("admission", settings.admission().name());
        values.put(
                "sessionAbsolute", String.valueOf(settings.sessions().absolute().toHours()));
        values.put("sessionIdle", String.valueOf(settings.sessions().idle().toMinutes()));
        settings.deleteWindow().ifPresent(window -> values.put("deleteWindow", String.valueOf(window.toMinutes())));
        values.put("maxUpload", megabytes(settings));
        values.put("invitationText", settings.invitationText());
        return values;
    }

    private static String megabytes(PracticeSettings settings) {
        return String.valueOf(settings.maxUpload() / MEGABYTE);
    }
}

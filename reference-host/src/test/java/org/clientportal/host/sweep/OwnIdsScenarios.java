package org.clientportal.host.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.assertj.core.api.SoftAssertions;
import org.clientportal.host.http.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each route called with what is its caller's own: it does what it is for, which makes the other walks worth something. */
abstract class OwnIdsScenarios extends Walk {
    @Test
    void everyRouteHasAFixtureAndEveryFixtureItsRoute() {
        assertThat(fixtures.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        site.routes().stream().map(Route::name).toList());
    }

    @Test
    @Tag("promise:P2")
    @Tag("promise:P6")
    @Tag("promise:P8")
    @Tag("promise:P30")
    void calledWithWhatIsOnesOwnEachDoesWhatItIsForAndASafeOneChangesNothing() {
        SoftAssertions softly = new SoftAssertions();
        Holding shared = Holding.at(site, site.here);
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            Holding fresh = route.method().isSafe() ? shared : Holding.at(site, site.here);
            fixture.given().accept(site, fresh);
            Guest guest = fixture.who() == Fixture.Who.ADMIN && !route.method().isSafe()
                    ? freshAdmin()
                    : guest(fixture.who(), fresh);
            SortedMap<String, List<String>> before = database.rows();
            Guest.Reply reply = Wire.checked(named(route), fixture.send(route, guest, ids(fresh), Map.of(), Map.of()));
            if (!route.name().startsWith("link.")) {
                String told = reply.headers() + reply.body();
                softly.assertThat(site.secrets()).as(named(route)).noneMatch(told::contains);
            }
            if (fixture.refusal().isEmpty()) {
                softly.assertThat(reply.status())
                        .as(named(route) + ": " + reply.body())
                        .isLessThan(400);
            }
            if (fixture.trace().isEmpty()) {
                boolean changed = !database.since(before).isEmpty();
                softly.assertThat(changed)
                        .as(named(route) + " changes something")
                        .isEqualTo(!route.method().isSafe());
            }
        }
        thenNoSecretIsKept(softly);
        softly.assertAll();
    }

    @Test
    @Tag("promise:P23")
    @Tag("promise:P20")
    void whatPeopleCallThingsStandsOnPagesAsTextAndNeverAsMarkup() {
        Holding own = Holding.at(site, site.here);
        int shown = 0;
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            if (route.method().isSafe() && !route.isApi()) {
                fixture.given().accept(site, own);
                Guest.Reply page = fixture.send(route, guest(fixture.who(), own), ids(own), Map.of(), Map.of());
                assertThat(page.body()).as(named(route)).doesNotContain(Holding.MARKUP);
                shown += page.body().contains("&lt;u id=planted&gt;") ? 1 : 0;
            }
        }
        assertThat(shown).as("pages that show a name").isGreaterThan(20);
    }

    @Test
    @Tag("promise:P23")
    void whatLooksLikeAStatementIsANameLikeAnyOther() {
        Holding own = Holding.at(site, site.here);
        List<Route> searches = site.routes().stream()
                .filter(route -> route.query().contains("search"))
                .toList();
        assertThat(searches)
                .extracting(Route::name)
                .contains("clients.list", "contacts.list", "documents.list", "portal.documents.list");
        for (Route route : searches) {
            assertThat(found(route, own, Holding.STATEMENT)).as(named(route)).contains("planted");
            assertThat(found(route, own, Holding.STATEMENT + "'"))
                    .as(named(route))
                    .doesNotContain("planted");
        }
    }

    private String found(Route route, Holding own, String search) {
        Fixture fixture = fixtures.get(route.name());
        String asked = "search=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
                + (fixture.query().isEmpty() ? "" : "&" + fixture.query());
        Guest.Reply reply = fixture.asking(asked).send(route, guest(fixture.who(), own), ids(own), Map.of(), Map.of());
        assertThat(reply.status()).as(named(route)).isEqualTo(200);
        return reply.body();
    }

    /** What a copy of the database tells: no token, in no form. */
    private void thenNoSecretIsKept(SoftAssertions softly) {
        String kept = database.rows().toString();
        assertThat(site.secrets()).hasSizeGreaterThan(100);
        for (String secret : site.secrets()) {
            byte[] raw = Base64.getUrlDecoder().decode(secret);
            String hex = HexFormat.of().formatHex(raw);
            softly.assertThat(kept)
                    .doesNotContain(secret)
                    .doesNotContain(hex)
                    .doesNotContain(Base64.getEncoder().encodeToString(raw));
        }
    }
}

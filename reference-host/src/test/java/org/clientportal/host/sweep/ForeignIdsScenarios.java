package org.clientportal.host.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.clientportal.host.http.Method;
import org.clientportal.host.http.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each route with every id of another practice, of a client out of reach and of what was deleted. */
abstract class ForeignIdsScenarios extends Walk {
    private Holding own;
    private Holding outOfReach;
    private Holding elsewhere;
    private Holding gone;

    @Override
    void given() {
        own = Holding.at(site, site.here);
        outOfReach = Holding.at(site, site.here);
        elsewhere = Holding.at(site, site.there);
        gone = Holding.at(site, site.here);
        site.portal.deletion().delete(gone.firm(), gone.contact().id());
        site.portal.clients().delete(gone.firm(), gone.client().id());
        site.portal.runJobsOnce();
    }

    @Test
    @Tag("promise:P13")
    @Tag("rule:PR-1")
    @Tag("rule:PM-9")
    void whatIsNotYoursAnswersLikeWhatNeverWasAndNothingHappens() {
        SoftAssertions softly = new SoftAssertions();
        List<String> swept = new ArrayList<>();
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            SortedMap<String, List<String>> before = database.rows();
            for (Set<Fixture.Position> places : together(fixture.positions(route))) {
                for (Map<String, String> headers : headers(route)) {
                    List<Map<String, Object>> answers = new ArrayList<>();
                    foreign(fixture, places).forEach((whose, holding) -> {
                        Guest.Reply reply = ask(route, fixture, places, holding, headers);
                        String what = named(route) + " with " + places + " " + whose;
                        boolean named = places.stream().anyMatch(at -> at.place() == Fixture.Place.PATH);
                        if (named && !route.name().equals("link.show")) {
                            softly.assertThat(reply.status()).as(what).isEqualTo(404);
                        }
                        answers.add(Wire.comparable(reply, others(places, holding)));
                        softly.assertThat(answers.get(answers.size() - 1))
                                .as(what)
                                .isEqualTo(answers.get(0));
                        if (fixture.trace().isEmpty() || named) {
                            softly.assertThat(database.since(before)).as(what).isEmpty();
                        }
                        swept.add(what);
                    });
                }
            }
        }
        softly.assertThat(swept).hasSizeGreaterThan(500);
        softly.assertAll();
    }

    /** One place at a time, and all at once. */
    private static List<Set<Fixture.Position>> together(Set<Fixture.Position> positions) {
        List<Set<Fixture.Position>> together = new ArrayList<>();
        positions.forEach(position -> together.add(Set.of(position)));
        if (positions.size() > 1) {
            together.add(positions);
        }
        return together;
    }

    /** Without a version, with that of what is swept, and with one that nothing has. */
    private static List<Map<String, String>> headers(Route route) {
        return route.method() == Method.GET || !route.isApi()
                ? List.of(Map.of())
                : List.of(Map.of(), Map.of("If-Match", "\"0\""), Map.of("If-Match", "\"999\""));
    }

    private Map<String, Holding> foreign(Fixture fixture, Set<Fixture.Position> places) {
        Map<String, Holding> foreign = new LinkedHashMap<>();
        foreign.put("that never was", never());
        foreign.put("of another practice", elsewhere);
        // Whoever holds a token of this practice is told what became of it (SI-9); all of the staff are the
        // administrator's.
        if (places.stream().anyMatch(at -> Set.of("token", "staffId").contains(at.word()))) {
            return foreign;
        }
        if (fixture.who() != Fixture.Who.ADMIN) {
            foreign.put("out of reach", outOfReach);
        }
        if (!fixture.remembers()) {
            foreign.put("deleted", gone);
        }
        return foreign;
    }

    private Holding never() {
        Map<String, String> ids = new HashMap<>(own.ids());
        ids.replaceAll((word, id) -> Holding.random());
        return new Holding(own.practice(), own.client(), own.contact(), own.owner(), own.member(), ids);
    }

    private Guest.Reply ask(
            Route route, Fixture fixture, Set<Fixture.Position> places, Holding holding, Map<String, String> headers) {
        Map<Fixture.Position, String> others = places.stream()
                .collect(Collectors.toMap(at -> at, at -> holding.ids().getOrDefault(at.word(), Holding.random())));
        return Wire.checked(named(route), fixture.send(route, guest(fixture.who(), own), ids(own), others, headers));
    }

    private static List<String> others(Set<Fixture.Position> places, Holding holding) {
        return places.stream()
                .map(at -> holding.ids().getOrDefault(at.word(), ""))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}

package org.clientportal.host.sweep;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.clientportal.host.http.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each route with everybody whom it does not serve, and with every method that it does not have. */
abstract class ClosedDoorsScenarios extends Walk {
    private Holding own;
    private Holding elsewhere;
    private Guest nobody;

    @Override
    void given() {
        own = Holding.at(site, site.here);
        elsewhere = Holding.at(site, site.there);
        nobody = site.nobody(site.here);
        site.portal.runJobsOnce();
    }

    @Test
    @Tag("promise:P14")
    @Tag("rule:PR-4")
    @Tag("rule:PR-6")
    @Tag("rule:SI-11")
    void eachServesThoseWhomTheRulesNameAndNobodyElse() {
        SoftAssertions softly = new SoftAssertions();
        SortedMap<String, List<String>> before = database.rows();
        int refused = 0;
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            softly.assertThat(route.audience().name())
                    .as(named(route))
                    .isEqualTo(
                            fixture.who() == Fixture.Who.ANYBODY
                                    ? "PUBLIC"
                                    : fixture.who().name());
            for (Map.Entry<String, Guest> guest : notServed(fixture.who()).entrySet()) {
                Guest.Reply reply = Wire.checked(
                        named(route) + " by " + guest.getKey(),
                        fixture.send(route, guest.getValue(), ids(own), Map.of(), Map.of()));
                String what = named(route) + " by " + guest.getKey() + ": " + reply.body();
                if (guest.getKey().equals("a member") && fixture.who() == Fixture.Who.ADMIN) {
                    softly.assertThat(reply.status()).as(what).isEqualTo(403);
                } else if (route.isApi()) {
                    softly.assertThat(reply.status()).as(what).isEqualTo(401);
                } else {
                    softly.assertThat(reply.status()).as(what).isEqualTo(303);
                    softly.assertThat(reply.header("location")).as(what).contains("/sign-in");
                }
                refused++;
            }
        }
        softly.assertThat(refused).isGreaterThan(400);
        softly.assertThat(database.since(before)).isEmpty();
        softly.assertAll();
    }

    @Test
    @Tag("promise:P14")
    @Tag("promise:P30")
    void whatIsNotInTheListCannotBeDone() {
        SoftAssertions softly = new SoftAssertions();
        Map<String, Set<String>> listed = site.routes().stream()
                .collect(Collectors.groupingBy(
                        Route::path, Collectors.mapping(route -> route.method().name(), Collectors.toSet())));
        SortedMap<String, List<String>> before = database.rows();
        for (Route route : site.routes()) {
            Set<String> there = new HashSet<>(listed.get(route.path()));
            if (there.contains("GET")) {
                there.add("HEAD");
            }
            Fixture fixture = fixtures.get(route.name());
            for (String method :
                    List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")) {
                if (!there.contains(method)) {
                    Guest guest = fixture.who() == Fixture.Who.ANYBODY ? nobody : guest(fixture.who(), own);
                    Guest.Reply reply =
                            Wire.checked(method + " " + route.path(), fixture.sendAs(method, route, guest, ids(own)));
                    softly.assertThat(reply.status())
                            .as(method + " " + route.path())
                            .isEqualTo(405);
                    softly.assertThat(reply.header("allow").split(", "))
                            .as(method + " " + route.path())
                            .containsExactlyInAnyOrderElementsOf(there);
                }
            }
        }
        for (String path : List.of("/nothing", "/api/v1/nothing", "/practice/nothing", "/assets/nothing.css")) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                softly.assertThat(Wire.checked(method + " " + path, admin.send(method, path, Body.NONE, Map.of()))
                                .status())
                        .as(method + " " + path)
                        .isIn(404, 405);
            }
        }
        softly.assertThat(database.since(before)).isEmpty();
        softly.assertAll();
    }

    private Map<String, Guest> notServed(Fixture.Who who) {
        Map<String, Guest> guests = new TreeMap<>();
        if (who == Fixture.Who.ANYBODY) {
            return guests;
        }
        guests.put("nobody", nobody);
        guests.put(
                "a stranger's session",
                new Guest(
                        site.address(site.here),
                        elsewhere.owner().session(),
                        own.owner().browser(),
                        own.owner().csrf()));
        guests.put(
                "a stranger's staff",
                new Guest(
                        site.address(site.here),
                        elsewhere.member().session(),
                        own.owner().browser(),
                        own.owner().csrf()));
        if (who == Fixture.Who.CONTACT) {
            guests.put("a member", own.member());
            guests.put("an administrator", admin);
        } else {
            guests.put("a contact", own.owner());
        }
        if (who == Fixture.Who.ADMIN) {
            guests.put("a member", own.member());
        }
        return guests;
    }
}

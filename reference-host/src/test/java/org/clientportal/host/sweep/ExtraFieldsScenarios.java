package org.clientportal.host.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.clientportal.host.http.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each route with fields that it does not take: the name of every column there is, and what one would try. */
@Tag("promise:P15")
abstract class ExtraFieldsScenarios extends Walk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CANARY = "smuggled";

    /** What the JSON interface takes besides what the fixtures send. */
    private static final Map<String, Set<String>> OPTIONAL = Map.ofEntries(
            Map.entry("clients.create", Set.of("externalId")),
            Map.entry("clients.change", Set.of("type")),
            Map.entry("clientContacts.add", Set.of("phone", "locale", "timeZone", "permissions", "relationship")),
            Map.entry("clientContacts.setTerms", Set.of("relationship")),
            Map.entry("contacts.add", Set.of("phone", "locale", "timeZone", "externalId")),
            Map.entry("contacts.change", Set.of("email", "phone", "locale", "timeZone", "billable")),
            Map.entry("staff.change", Set.of("active")),
            Map.entry("invitations.send", Set.of("message")),
            Map.entry("documents.change", Set.of("name", "year")),
            Map.entry("signIn.code", Set.of("stay")),
            Map.entry("signIn.redeem", Set.of("stay")));

    /** What forms of pages take besides what the fixtures send. */
    private static final Set<String> OPTIONAL_IN_FORMS = Set.of(
            "active",
            "billable",
            "code",
            "email",
            "find",
            "impersonates",
            "invite",
            "locale",
            "message",
            "name",
            "permission",
            "phone",
            "reason",
            "stay",
            "timeZone",
            "token",
            "visible",
            "year",
            "client",
            "shown");

    @Test
    void aFieldThatIsNotTakenIsRefusedByName() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        Holding own = Holding.at(site, site.here);
        SortedMap<String, List<String>> before = database.rows();
        int tried = 0;
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            if (!fixture.body().type().equals(Body.json("").type())) {
                continue;
            }
            Map<String, String> ids = ids(own);
            ObjectNode sent = (ObjectNode) JSON.readTree(fixture.filledBody(ids));
            Set<String> names = names();
            sent.fieldNames().forEachRemaining(names::remove);
            names.removeAll(OPTIONAL.getOrDefault(route.name(), Set.of()));
            for (String name : names) {
                String more = sent.deepCopy().put(name, CANARY).toString();
                Guest.Reply reply = fixture.sending(Body.json(more))
                        .send(route, guest(fixture.who(), own), ids, Map.of(), Map.of());
                JsonNode problem =
                        JSON.readTree(Wire.checked(named(route), reply).body());
                softly.assertThat(reply.status() + " " + problem.path("code").asText() + " "
                                + problem.path("field").asText())
                        .as(named(route) + " with " + name)
                        .isEqualTo("422 unknown_field " + name);
                tried++;
            }
        }
        softly.assertThat(tried).isGreaterThan(1_000);
        softly.assertThat(database.since(before)).isEmpty();
        softly.assertAll();
    }

    /** Nothing where something should stand, and one name twice in other letters, which may be one id twice. */
    @Test
    @Tag("promise:P30")
    void aHoleOrOneNameTwiceInABodyIsNoFailureOfOurs() throws IOException {
        SoftAssertions softly = new SoftAssertions();
        int tried = 0;
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            if (!fixture.body().type().equals(Body.json("").type())) {
                continue;
            }
            Holding fresh = Holding.at(site, site.here);
            fixture.given().accept(site, fresh);
            Map<String, String> ids = ids(fresh);
            for (JsonNode body : spoiled(JSON.readTree(fixture.filledBody(ids)))) {
                Guest.Reply reply = fixture.sending(Body.json(body.toString()))
                        .send(route, guest(fixture.who(), fresh), ids, Map.of(), Map.of());
                softly.assertThat(Wire.checked(named(route), reply).status())
                        .as(named(route) + " with " + body + ": " + reply.body())
                        .isLessThan(500);
                tried++;
            }
        }
        softly.assertThat(tried).isGreaterThan(80);
        softly.assertAll();
    }

    private static List<JsonNode> spoiled(JsonNode body) {
        List<JsonNode> spoiled = new ArrayList<>();
        for (JsonPointer place : places(body, JsonPointer.empty())) {
            String name = place.last().getMatchingProperty();
            JsonNode hole = body.deepCopy();
            if (hole.at(place.head()) instanceof ObjectNode parent) {
                parent.putNull(name);
                JsonNode twice = body.deepCopy();
                ObjectNode both = (ObjectNode) twice.at(place.head());
                both.set(name.toUpperCase(Locale.ROOT), both.get(name));
                spoiled.add(twice);
            } else {
                ((ArrayNode) hole.at(place.head())).setNull(place.last().getMatchingIndex());
            }
            spoiled.add(hole);
        }
        return spoiled;
    }

    private static List<JsonPointer> places(JsonNode node, JsonPointer here) {
        List<JsonPointer> places = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> places.add(here.appendProperty(name)));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(here.appendIndex(i));
        }
        for (JsonPointer place : List.copyOf(places)) {
            places.addAll(places(node.at(place.last()), place));
        }
        return places;
    }

    @Test
    void aParameterThatIsNotTakenIsRefusedByName() {
        SoftAssertions softly = new SoftAssertions();
        Holding own = Holding.at(site, site.here);
        SortedMap<String, List<String>> before = database.rows();
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            for (String name : List.of("practiceId", "role", "version", "actor", "onBehalfOf")) {
                if (route.isApi()) {
                    String asked = fixture.query() + (fixture.query().isEmpty() ? "" : "&") + name + "=" + CANARY;
                    Guest.Reply reply =
                            fixture.asking(asked).send(route, guest(fixture.who(), own), ids(own), Map.of(), Map.of());
                    softly.assertThat(reply.body()).as(named(route)).contains("unknown_parameter", "\"" + name + "\"");
                }
            }
        }
        softly.assertThat(database.since(before)).isEmpty();
        softly.assertAll();
    }

    @Test
    void aFieldOfAFormThatIsNotTakenHasNoEffect() {
        SoftAssertions softly = new SoftAssertions();
        for (Route route : site.routes()) {
            Fixture fixture = fixtures.get(route.name());
            if (fixture.body().type().equals(Body.form("").type())
                    && fixture.refusal().isEmpty()) {
                Holding fresh = Holding.at(site, site.here);
                fixture.given().accept(site, fresh);
                Set<String> names = names();
                names.removeAll(OPTIONAL_IN_FORMS);
                names.removeIf(name -> Pattern.compile("(^|&)" + name + "=")
                        .matcher(fixture.body().text())
                        .find());
                String more = fixture.body().text() + "&" + String.join("=" + CANARY + "&", names) + "=" + CANARY;
                Guest guest = fixture.who() == Fixture.Who.ADMIN ? freshAdmin() : guest(fixture.who(), fresh);
                Guest.Reply reply = fixture.sending(Body.form(more)).send(route, guest, ids(fresh), Map.of(), Map.of());
                softly.assertThat(reply.status())
                        .as(named(route) + ": " + reply.body())
                        .isLessThan(400);
            }
        }
        assertThat(names()).hasSizeGreaterThan(80);
        softly.assertThat(database.rows().toString()).doesNotContain(CANARY);
        softly.assertAll();
    }

    /** Every column's name, as tables and as JSON write it, and what is worth a try besides. */
    private Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("role", "practiceId", "version", "isAdmin", "admin", "_method", "id"));
        for (String column : database.columns()) {
            names.add(column);
            names.add(Pattern.compile("_([a-z])")
                    .matcher(column)
                    .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT)));
        }
        return names;
    }
}

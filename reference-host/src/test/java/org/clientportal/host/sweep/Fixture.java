package org.clientportal.host.sweep;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.host.http.Route;

/**
 * How one route is called so that it does what it is for, written down apart from the route: who may call it, and a query and
 * a body with a word in braces at the place of every id.
 *
 * @param who who may call it, by the rules (PR-4, PR-6)
 * @param names what stands for a variable of the path, where it is not the thing of that name
 * @param given what must be so first
 * @param trace whether something changes although nothing should: what it is
 * @param refusal why it is refused even so
 * @param remembers whether it tells, to whom it serves, of what was deleted
 */
record Fixture(
        Who who,
        String query,
        Body body,
        Map<String, String> names,
        BiConsumer<Site, Holding> given,
        Optional<String> trace,
        Optional<String> refusal,
        boolean remembers) {
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");

    /** Who may call a route at all. */
    enum Who {
        ANYBODY,
        CONTACT,
        STAFF,
        ADMIN
    }

    /** Where in a request an id can stand. */
    enum Place {
        PATH,
        QUERY,
        BODY
    }

    /** One id of a request. */
    record Position(Place place, String word) {}

    static Fixture by(Who who) {
        return new Fixture(who, "", Body.NONE, Map.of(), (site, own) -> {}, Optional.empty(), Optional.empty(), false);
    }

    Fixture asking(String asked) {
        return new Fixture(who, asked, body, names, given, trace, refusal, remembers);
    }

    Fixture sending(Body sent) {
        return new Fixture(who, query, sent, names, given, trace, refusal, remembers);
    }

    Fixture json(String text) {
        return sending(Body.json(text));
    }

    Fixture form(String text) {
        return sending(Body.form(text));
    }

    Fixture calling(String variable, String word) {
        return new Fixture(who, query, body, Map.of(variable, word), given, trace, refusal, remembers);
    }

    Fixture given(BiConsumer<Site, Holding> state) {
        return new Fixture(who, query, body, names, state, trace, refusal, remembers);
    }

    Fixture leaving(String left) {
        return new Fixture(who, query, body, names, given, Optional.of(left), refusal, remembers);
    }

    Fixture refused(String why) {
        return new Fixture(who, query, body, names, given, trace, Optional.of(why), remembers);
    }

    Fixture remembering() {
        return new Fixture(who, query, body, names, given, trace, refusal, true);
    }

    /** The places of ids, each once. */
    Set<Position> positions(Route route) {
        Set<Position> positions = new LinkedHashSet<>();
        collect(path(route), Place.PATH, positions);
        collect(query, Place.QUERY, positions);
        collect(body.text(), Place.BODY, positions);
        return positions;
    }

    /** Calls the route with these ids, some places having others. */
    Guest.Reply send(
            Route route,
            Guest guest,
            Map<String, String> ids,
            Map<Position, String> others,
            Map<String, String> headers) {
        String asked = filled(query, Place.QUERY, ids, others);
        return guest.send(
                route.method().name(),
                filled(path(route), Place.PATH, ids, others) + (asked.isEmpty() ? "" : "?" + asked),
                body.with(filled(body.text(), Place.BODY, ids, others)),
                headers);
    }

    /** The body with these ids in it. */
    String filledBody(Map<String, String> ids) {
        return filled(body.text(), Place.BODY, ids, Map.of());
    }

    /** Calls the route's path by another method. */
    Guest.Reply sendAs(String method, Route route, Guest guest, Map<String, String> ids) {
        Body sent = Set.of("GET", "HEAD", "TRACE").contains(method) ? Body.NONE : Body.json("{}");
        return guest.send(method, filled(path(route), Place.PATH, ids, Map.of()), sent, Map.of());
    }

    private String path(Route route) {
        String path = route.path();
        for (Map.Entry<String, String> name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", "{" + name.getValue() + "}");
        }
        return path.replace("{page}", "1");
    }

    private static void collect(String template, Place place, Set<Position> positions) {
        Matcher words = WORD.matcher(template);
        while (words.find()) {
            if (!words.group(1).matches(".*Version|newName|email")) {
                positions.add(new Position(place, words.group(1)));
            }
        }
    }

    private static String filled(String template, Place place, Map<String, String> ids, Map<Position, String> others) {
        return WORD.matcher(template)
                .replaceAll(word -> Matcher.quoteReplacement(others.getOrDefault(
                        new Position(place, word.group(1)), ids.getOrDefault(word.group(1), word.group()))));
    }
}

package org.clientportal.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.clientportal.auth.Side;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Method;
import org.clientportal.host.http.Route;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.storage.AuditQuery;
import org.clientportal.storage.PageRequest;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every route with every id of another practice, of a client out of reach and of what was deleted: the answer is that for an
 * id there never was, to the byte, and nothing happens. A route without a body here fails.
 */
class CrossPracticeSweepTest {
    /** Bodies with which each route would succeed, were the ids its caller's own. */
    private static final Map<String, String> BODIES = bodies();

    /** What signed-in people alone have; told apart from others' by the tests of sessions. */
    private static final Set<String> OWN_ONLY = Set.of("sessionId");

    private static ApiHost host;
    private static Estate own;
    private static Estate outOfReach;
    private static Estate elsewhere;
    private static Estate gone;
    private static Caller admin;
    private static Caller member;
    private static Caller contact;

    @BeforeAll
    static void start() throws IOException {
        host = new ApiHost();
        own = Estate.at(host.portal, host.here, "Own Owner");
        outOfReach = Estate.at(host.portal, host.here, "Far Away");
        elsewhere = Estate.at(host.portal, host.there, "Else Where");
        gone = Estate.at(host.portal, host.here, "Gone Long");
        Actor firm = Actors.service(host.practiceId(), "sweep");
        host.portal.deletion().delete(firm, gone.contact().id());
        host.portal.clients().delete(firm, gone.client().id());
        admin = host.staff(host.here, "Ada Admin", StaffRole.ADMIN);
        member = host.staff(host.here, "Mem Ber", StaffRole.MEMBER, own.client().id());
        host.auth.links().send(firm, own.contact().id());
        contact = host.signedIn(host.here, Side.CONTACT, World.email("Own Owner"));
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    @Tag("promise:P13")
    @Tag("rule:PR-1")
    @Tag("rule:PM-9")
    void whatIsNotYoursAnswersLikeWhatNeverWas() {
        List<String> swept = new ArrayList<>();
        int before = happened();
        for (Route route : host.routes()) {
            for (String variable : variables(route)) {
                Caller.Reply never = ask(route, variable, Estate.random());
                assertThat(never.status()).as(route.name()).isEqualTo(404);
                for (Map.Entry<String, Estate> foreign : foreign(route).entrySet()) {
                    String id = foreign.getValue().ids().getOrDefault(variable, Estate.random());
                    assertThat(comparable(ask(route, variable, id)))
                            .as(route.name() + ": " + variable + " " + foreign.getKey())
                            .isEqualTo(comparable(never));
                    swept.add(route.name());
                }
            }
        }
        assertThat(swept).hasSizeGreaterThan(80);
        assertThat(happened()).isEqualTo(before);
    }

    private static List<String> variables(Route route) {
        List<String> names = new ArrayList<>(Contract.variables(route.path()));
        route.query().stream()
                .filter(name -> Set.of("clientId", "folderId").contains(name))
                // A filter by a folder or a client that is not there is an empty list, for everybody alike.
                .filter(name -> route.method() != Method.GET)
                .forEach(names::add);
        names.removeAll(OWN_ONLY);
        return names;
    }

    private static Map<String, Estate> foreign(Route route) {
        Map<String, Estate> estates = new TreeMap<>(Map.of("of another practice", elsewhere));
        if (route.audience() != Audience.ADMIN) {
            estates.put("out of reach", outOfReach);
        }
        if (!route.name().equals("clients.restore")) {
            estates.put("deleted", gone);
        }
        return estates;
    }

    private static Caller.Reply ask(Route route, String variable, String id) {
        Map<String, String> ids = new HashMap<>(own.ids());
        ids.put("staffId", Estate.random());
        ids.put(variable, id);
        String path = route.path();
        for (Map.Entry<String, String> entry : ids.entrySet()) {
            path = path.replace("{" + entry.getKey() + "}", entry.getValue());
        }
        Caller caller =
                route.audience() == Audience.CONTACT ? contact : route.audience() == Audience.ADMIN ? admin : member;
        if (route.streams()) {
            return caller.upload(path + "?name=b.txt&folderId=" + ids.get("folderId"), "b");
        }
        boolean takesBody = Set.of(Method.POST, Method.PUT, Method.PATCH).contains(route.method());
        if (!takesBody) {
            return caller.call(route.method().name(), path);
        }
        assertThat(BODIES).as("a body for the sweep").containsKey(route.name());
        String body = BODIES.get(route.name());
        return caller.send(route.method().name(), path, "application/json", body, Map.of());
    }

    private static Map<String, Object> comparable(Caller.Reply reply) {
        Map<String, String> headers = new TreeMap<>(reply.headers());
        // Whether a refused upload's connection is kept depends on how much of the body had come, not on the id.
        headers.keySet().removeAll(Set.of("date", "x-request-id", "connection"));
        return Map.of("status", reply.status(), "body", reply.body(), "headers", headers);
    }

    private static int happened() {
        AuditQuery everything = new AuditQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PageRequest.first(PageRequest.MAX));
        return host.portal
                .audit()
                .list(Actors.service(host.practiceId(), "sweep"), everything)
                .items()
                .size();
    }

    private static Map<String, String> bodies() {
        String profile = "{\"name\":\"New Name\",\"email\":\"new@people.example\"}";
        Map<String, String> bodies = new HashMap<>();
        bodies.put("staff.change", "{\"role\":\"MEMBER\",\"impersonates\":false}");
        bodies.put("clients.change", "{\"name\":\"Other\"}");
        bodies.put("clients.restore", "");
        bodies.put("clients.hold", "{\"reason\":\"Audit\"}");
        bodies.put("clientContacts.add", profile);
        bodies.put("clientContacts.setTerms", "{\"permissions\":[\"FILES\"]}");
        bodies.put("clientContacts.makeMain", "");
        bodies.put("contacts.change", "{\"name\":\"New Name\"}");
        bodies.put("contacts.setClients", "{\"clients\":{\"" + Estate.random() + "\":{}}}");
        bodies.put("invitations.send", "{\"contactIds\":[]}");
        bodies.put("contacts.sendLink", "");
        bodies.put("contacts.revoke", "");
        bodies.put("folders.create", "{\"name\":\"New folder\"}");
        bodies.put("folders.rename", "{\"name\":\"New folder\"}");
        bodies.put("documents.change", "{\"visible\":false}");
        bodies.put("documents.restore", "");
        bodies.put("documents.hold", "{\"reason\":\"Audit\"}");
        return bodies;
    }
}

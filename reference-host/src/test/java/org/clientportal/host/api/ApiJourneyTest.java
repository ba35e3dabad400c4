package org.clientportal.host.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.clientportal.auth.Side;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job over JSON, every answer held against the description, every operation seen to succeed. */
class ApiJourneyTest {
    private final Contract contract = new Contract();

    @Test
    @Tag("promise:P30")
    void practiceSharesFilesWithItsClientsPeople() throws Exception {
        try (ApiHost host = new ApiHost()) {
            Caller olivia = host.staff(host.here, "Olivia Finch", StaffRole.ADMIN);
            practiceIsSetUp(host, olivia);

            // given a client with a person
            String client = created(
                            olivia, "clients.create", "/api/v1/clients", Map.of("name", "Bakery", "type", "COMPANY"))
                    .text("id");
            String of = "/api/v1/clients/" + client;
            clientIsKept(olivia, of);
            String jane = created(
                            olivia,
                            "clientContacts.add",
                            of + "/contacts",
                            Map.of("name", "Jane Doe", "email", "jane@bakery.example"))
                    .text("id");
            contactsAreKept(olivia, of, client, jane);

            // when she is invited and signs in
            ok("invitations.window", olivia.get(of + "/invitations"));
            JsonNode invited = ok(
                            "invitations.send",
                            olivia.call("POST", of + "/invitations", Map.of("contactIds", List.of(jane))))
                    .json();
            assertThat(invited.at("/0/result").asText()).isEqualTo("invited");
            String token = host.mailed(new EmailAddress("jane@bakery.example")).get(1);
            String session = ok(
                            "signIn.redeem",
                            host.visitor(host.here)
                                    .call(
                                            "POST",
                                            "/api/v1/sign-in/redeem",
                                            Map.of("token", token, "email", "JANE@bakery.example")))
                    .text("token");
            Caller she = new Caller(host.address(host.here), java.util.Optional.of(session));

            // then she sees what was made visible for her and nothing else
            filesAreShared(host, olivia, she, of, client);
            accessEnds(host, she, of, jane);
            assertThat(contract.unseen()).isEmpty();
        }
    }

    @Test
    @Tag("rule:PR-4")
    void membersKnowTheirPracticeAndNotItsSettingsNorWhomColleaguesLookAfter() throws Exception {
        try (ApiHost host = new ApiHost()) {
            // given
            Caller mia = host.staff(host.here, "Mia Member", StaffRole.MEMBER);

            // then
            JsonNode practice =
                    contract.holds("practice.get", mia.get("/api/v1/practice")).json();
            assertThat(practice.path("name").asText()).isEqualTo("Here & Co");
            assertThat(practice.has("settings")).isFalse();
            assertThat(contract.holds("staff.list", mia.get("/api/v1/staff")).text("code"))
                    .isEqualTo("admin_only");
        }
    }

    private void practiceIsSetUp(ApiHost host, Caller olivia) {
        ok("openapi", olivia.get("/api/v1/openapi.json"));
        JsonNode settings =
                ok("practice.get", olivia.get("/api/v1/practice")).json().path("settings");
        ok("practice.settings", olivia.call("PUT", "/api/v1/practice/settings", settings));
        String marcus = created(
                        olivia,
                        "staff.add",
                        "/api/v1/staff",
                        Map.of(
                                "email",
                                "marcus@firm.example",
                                "name",
                                "Marcus",
                                "role",
                                "MEMBER",
                                "impersonates",
                                false))
                .text("id");
        ok("staff.list", olivia.get("/api/v1/staff"));
        ok(
                "staff.change",
                olivia.call("PUT", "/api/v1/staff/" + marcus, Map.of("role", "MEMBER", "impersonates", true)));
        Caller visitor = host.visitor(host.here);
        Map<String, String> asked = Map.of("side", "STAFF", "email", "marcus@firm.example");
        Caller.Reply link = contract.holds("signIn.askLink", visitor.call("POST", "/api/v1/sign-in/link", asked));
        assertThat(link.status()).isEqualTo(202);
        String browser = link.headers().get("set-cookie").split(";", 2)[0];
        String code = host.mailed(new EmailAddress("marcus@firm.example")).get(2);
        Caller.Reply in = visitor.send(
                "POST",
                "/api/v1/sign-in/code",
                "application/json",
                "{\"side\":\"STAFF\",\"email\":\"marcus@firm.example\",\"code\":\"" + code + "\"}",
                Map.of("Cookie", browser));
        assertThat(ok("signIn.code", in).text("result")).isEqualTo("SIGNED_IN");
        ok("signIns.unknown", olivia.get("/api/v1/unknown-sign-ins"));
    }

    private void clientIsKept(Caller olivia, String of) {
        ok("clients.get", olivia.get(of));
        ok("clients.change", olivia.call("PATCH", of, Map.of("name", "Bakery LLC")));
        ok("clients.list", olivia.get("/api/v1/clients?search=bakery&limit=1"));
        ok("clients.hold", olivia.call("PUT", of + "/legal-hold", Map.of("reason", "Dispute")));
        ok("clients.release", olivia.call("DELETE", of + "/legal-hold"));
        ok("clients.delete", olivia.call("DELETE", of));
        ok("clients.deleted", olivia.get("/api/v1/deleted-clients"));
        ok("clients.restore", olivia.call("POST", of + "/restore"));
    }

    private void contactsAreKept(Caller olivia, String of, String client, String jane) {
        ok("clientContacts.list", olivia.get(of + "/contacts"));
        ok(
                "clientContacts.setTerms",
                olivia.call(
                        "PUT",
                        of + "/contacts/" + jane,
                        Map.of("permissions", List.of("FILES"), "relationship", "OWNER")));
        ok("clientContacts.makeMain", olivia.call("PUT", of + "/contacts/" + jane + "/main"));
        ok("contacts.get", olivia.get("/api/v1/contacts/" + jane));
        ok("contacts.change", olivia.call("PATCH", "/api/v1/contacts/" + jane, Map.of("phone", "+1 512 555 0123")));
        ok("contacts.list", olivia.get("/api/v1/contacts?search=jane&state=not_invited"));
        Map<String, Object> terms = Map.of(client, Map.of("permissions", List.of("FILES")));
        ok(
                "contacts.setClients",
                olivia.call("PUT", "/api/v1/contacts/" + jane + "/clients", Map.of("clients", terms)));
        String tom = created(olivia, "contacts.add", "/api/v1/contacts", Map.of("name", "Tom", "clients", terms))
                .text("id");
        ok("contacts.previewDeletion", olivia.get("/api/v1/contacts/" + tom + "/deletion"));
        ok("contacts.delete", olivia.call("DELETE", "/api/v1/contacts/" + tom));
    }

    private void filesAreShared(ApiHost host, Caller olivia, Caller she, String of, String client) {
        String folder = created(olivia, "folders.create", of + "/folders", Map.of("name", "Statements"))
                .text("id");
        ok("folders.rename", olivia.call("PATCH", "/api/v1/folders/" + folder, Map.of("name", "Bank")));
        ok("folders.list", olivia.get(of + "/folders"));
        String upload = of + "/documents?folderId=" + folder + "&name=March.txt&visible=";
        String hidden = ok("documents.upload", olivia.upload(upload + "false", "1,000.00"))
                .text("id");
        String document = "/api/v1/documents/" + hidden;
        assertThat(she.get("/api/v1/portal/documents/" + hidden).status()).isEqualTo(404);
        ok("documents.change", olivia.call("PATCH", document, Map.of("visible", true, "year", 2025)));
        ok("documents.list", olivia.get(of + "/documents?year=2025"));
        ok("documents.get", olivia.get(document));
        ok("documents.explain", olivia.get(document + "/access"));
        ok("documents.content", olivia.get(document + "/content"));

        ok("portal.me", she.get("/api/v1/portal/me"));
        ok("portal.folders.list", she.get("/api/v1/portal/clients/" + client + "/folders"));
        assertThat(ok("portal.home", she.get("/api/v1/portal/home"))
                        .json()
                        .path("newTotal")
                        .asInt())
                .isEqualTo(1);
        JsonNode listed = ok("portal.documents.list", she.get("/api/v1/portal/documents?newOnly=true"))
                .json();
        assertThat(listed.at("/items/0/id").asText()).isEqualTo(hidden);
        ok("portal.documents.get", she.get("/api/v1/portal/documents/" + hidden));
        assertThat(ok("portal.documents.content", she.get("/api/v1/portal/documents/" + hidden + "/content"))
                        .body())
                .isEqualTo("1,000.00");
        assertThat(she.get("/api/v1/portal/documents?newOnly=true").json().path("items"))
                .isEmpty();
        String mine = ok(
                        "portal.documents.upload",
                        she.upload(
                                "/api/v1/portal/clients/" + client + "/documents?folderId=" + folder + "&name=Mine.txt",
                                "receipt"))
                .text("id");
        ok("portal.documents.delete", she.call("DELETE", "/api/v1/portal/documents/" + mine));
        ok("documents.trash", olivia.get(of + "/trash"));
        ok("documents.restore", olivia.call("POST", "/api/v1/documents/" + mine + "/restore"));
        host.clock.forward(Duration.ofMinutes(10));
        ok("documents.hold", olivia.call("PUT", document + "/legal-hold", Map.of("reason", "Audit")));
        ok("documents.release", olivia.call("DELETE", document + "/legal-hold"));
        ok("documents.delete", olivia.call("DELETE", document));
    }

    private void accessEnds(ApiHost host, Caller she, String of, String jane) {
        Caller again = host.signedIn(host.here, Side.CONTACT, new EmailAddress("jane@bakery.example"));
        Caller admin = host.staff(host.here, "Ada Admin", StaffRole.ADMIN);
        JsonNode sessions =
                ok("portal.sessions.list", again.get("/api/v1/portal/sessions")).json();
        ok(
                "portal.sessions.end",
                again.call(
                        "DELETE",
                        "/api/v1/portal/sessions/" + sessions.at("/0/id").asText()));
        Caller third = host.signedIn(host.here, Side.CONTACT, new EmailAddress("jane@bakery.example"));
        ok("portal.sessions.endAll", third.call("DELETE", "/api/v1/portal/sessions"));
        assertThat(she.get("/api/v1/portal/me").status()).isEqualTo(401);
        ok("contacts.sendLink", admin.call("POST", "/api/v1/contacts/" + jane + "/magic-link"));
        ok("contacts.signIns", admin.get("/api/v1/contacts/" + jane + "/sign-ins"));
        ok("contacts.revoke", admin.call("POST", "/api/v1/contacts/" + jane + "/revocation"));
        ok("clientContacts.unassign", admin.call("DELETE", of + "/contacts/" + jane));
        host.portal.runJobsOnce();
        ok("audit.list", admin.get("/api/v1/audit?action=contact_deleted"));
        assertThat(ok("audit.verify", admin.get("/api/v1/audit/verification"))
                        .json()
                        .path("whole")
                        .asBoolean())
                .isTrue();
        JsonNode own =
                ok("staffSessions.list", admin.get("/api/v1/staff-sessions")).json();
        ok(
                "staffSessions.end",
                admin.call("DELETE", "/api/v1/staff-sessions/" + own.at("/0/id").asText()));
        Caller last = host.staff(host.here, "Last Admin", StaffRole.ADMIN);
        ok("staffSessions.endAll", last.call("DELETE", "/api/v1/staff-sessions"));
    }

    private Caller.Reply created(Caller caller, String id, String path, Object body) {
        Caller.Reply reply = contract.holds(id, caller.call("POST", path, body));
        assertThat(reply.status()).as(id + ": " + reply.body()).isEqualTo(201);
        assertThat(reply.headers()).containsKeys("location", "etag");
        return reply;
    }

    private Caller.Reply ok(String id, Caller.Reply reply) {
        assertThat(reply.status()).as(id + ": " + reply.body()).isBetween(200, 299);
        return contract.holds(id, reply);
    }
}

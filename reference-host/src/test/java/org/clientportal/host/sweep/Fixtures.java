package org.clientportal.host.sweep;

import static org.clientportal.host.sweep.Fixture.Who.ADMIN;
import static org.clientportal.host.sweep.Fixture.Who.ANYBODY;
import static org.clientportal.host.sweep.Fixture.Who.CONTACT;
import static org.clientportal.host.sweep.Fixture.Who.STAFF;
import static org.clientportal.host.sweep.Fixture.by;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.contact.Terms;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.document.DocumentId;
import org.clientportal.testkit.World;

/** A fixture for every route of the host. A route without one fails the build, and so does one without a route. */
final class Fixtures {
    private static final String TERMS = "{\"permissions\":[\"FILES\"]}";
    private static final String PERSON = "{\"name\":\"New Name\",\"email\":\"{newName}@people.example\"";

    private final Map<String, Fixture> all = new HashMap<>();

    private Fixtures() {
        openToAnybody();
        interfaceForStaff();
        interfaceForContacts();
        pagesForContacts();
        pagesForStaff();
        pagesForAdministrators();
    }

    static Map<String, Fixture> all() {
        return Map.copyOf(new Fixtures().all);
    }

    private void openToAnybody() {
        plain(ANYBODY, "asset.brand", "app.manifest", "app.worker", "app.offline", "openapi");
        on("asset", by(ANYBODY).calling("file", "asset"));
        plain(ANYBODY, "client.signIn", "client.signIn.code", "practice.signIn", "practice.signIn.code");
        String tried = "the try that was counted";
        String guessed = "a code that nobody was sent";
        on("link.show", by(ANYBODY));
        on("link.redeem", by(ANYBODY).form("token={token}&email={email}").leaving(tried));
        on("client.signIn.ask", by(ANYBODY).form("email={email}").leaving(tried));
        on("practice.signIn.ask", by(ANYBODY).form("email={email}").leaving(tried));
        on(
                "client.signIn.code.redeem",
                by(ANYBODY).form("email={email}&code=12345678").leaving(tried).refused(guessed));
        on(
                "practice.signIn.code.redeem",
                by(ANYBODY).form("email={email}&code=12345678").leaving(tried).refused(guessed));
        on("client.signOut", by(ANYBODY));
        on("practice.signOut", by(ANYBODY).leaving("nothing, for want of a session of this side"));
        on(
                "signIn.askLink",
                by(ANYBODY).json("{\"side\":\"CONTACT\",\"email\":\"{email}\"}").leaving(tried));
        on(
                "signIn.code",
                by(ANYBODY)
                        .json("{\"side\":\"CONTACT\",\"email\":\"{email}\",\"code\":\"12345678\"}")
                        .leaving(tried)
                        .refused(guessed));
        on(
                "signIn.redeem",
                by(ANYBODY)
                        .json("{\"token\":\"{token}\",\"email\":\"{email}\"}")
                        .leaving(tried));
    }

    private void interfaceForStaff() {
        plain(STAFF, "practice.get", "clients.list", "clients.get", "clientContacts.list", "contacts.get");
        plain(STAFF, "invitations.window", "contacts.signIns", "folders.list", "documents.trash", "documents.get");
        plain(STAFF, "documents.explain", "staffSessions.list");
        plain(
                ADMIN,
                "staff.list",
                "contacts.list",
                "contacts.previewDeletion",
                "clients.deleted",
                "signIns.unknown",
                "audit.verify");
        on(
                "audit.list",
                by(ADMIN).asking("clientId={clientId}&objectId={documentId}").remembering());
        on("documents.list", by(STAFF).asking("folderId={folderId}"));
        on("documents.content", by(STAFF).leaving("the record of the download"));
        on("staffSessions.endAll", by(STAFF));
        on("staffSessions.end", by(STAFF).calling("sessionId", "staffSessionId"));
        on(
                "practice.settings",
                by(ADMIN)
                        .json(
                                "{\"admission\":\"BY_INVITATION\",\"means\":[\"MAGIC_LINK\"],"
                                        + "\"sessionAbsolute\":\"PT12H\",\"sessionIdle\":\"PT1H\",\"deleteWindow\":\"PT1H\",\"maxUpload\":1000000,\"invitationText\":\"Come in.\"}"));
        String member = "\"role\":\"MEMBER\",\"impersonates\":true,\"clients\":[\"{clientId}\"]}";
        on("staff.add", by(ADMIN).json(PERSON + "," + member));
        on("staff.change", by(ADMIN).json("{" + member));
        on("clients.create", by(STAFF).json("{\"name\":\"New\",\"type\":\"OTHER\"}"));
        on("clients.change", by(STAFF).json("{\"name\":\"Other\"}"));
        on("clients.delete", by(ADMIN));
        on("clients.restore", by(ADMIN).given(Fixtures::deletedClient).remembering());
        on("clients.hold", by(ADMIN).json("{\"reason\":\"Audit\"}"));
        on("clients.release", by(ADMIN).given(Fixtures::heldClient));
        on("clientContacts.add", by(STAFF).json(PERSON + "}"));
        on("clientContacts.setTerms", by(STAFF).json(TERMS));
        on("clientContacts.unassign", by(STAFF));
        on("clientContacts.makeMain", by(STAFF).given(Fixtures::anotherMainContact));
        on("contacts.add", by(ADMIN).json(PERSON + ",\"clients\":{\"{clientId}\":" + TERMS + "}}"));
        on("contacts.change", by(STAFF).json("{\"name\":\"New Name\"}"));
        on("contacts.delete", by(ADMIN));
        on("contacts.setClients", by(ADMIN).json("{\"clients\":{\"{clientId}\":" + TERMS + "}}"));
        on(
                "invitations.send",
                by(STAFF).json("{\"contactIds\":[\"{contactId}\"]}").given(Fixtures::revoked));
        on("contacts.sendLink", by(STAFF));
        on("contacts.revoke", by(ADMIN));
        on("folders.create", by(STAFF).json("{\"name\":\"New folder\"}"));
        on("folders.rename", by(STAFF).json("{\"name\":\"New folder\"}"));
        on(
                "documents.upload",
                by(STAFF).asking("name=b.txt&folderId={folderId}").sending(Body.bytes("b")));
        on("documents.change", by(STAFF).json("{\"visible\":false,\"folderId\":\"{folderId}\"}"));
        on("documents.delete", by(STAFF));
        on("documents.restore", by(STAFF).given(Fixtures::deletedDocument));
        on("documents.hold", by(ADMIN).json("{\"reason\":\"Audit\"}"));
        on("documents.release", by(ADMIN).given(Fixtures::heldDocument));
    }

    private void interfaceForContacts() {
        plain(CONTACT, "portal.me", "portal.sessions.list", "portal.folders.list", "portal.documents.get");
        on("portal.home", by(CONTACT).asking("clientId={clientId}"));
        on("portal.documents.list", by(CONTACT).asking("clientId={clientId}&folderId={folderId}"));
        on("portal.documents.content", by(CONTACT).leaving("the record of the download"));
        on(
                "portal.documents.upload",
                by(CONTACT).asking("name=b.txt&folderId={folderId}").sending(Body.bytes("b")));
        on("portal.documents.delete", by(CONTACT));
        on("portal.sessions.endAll", by(CONTACT));
        on("portal.sessions.end", by(CONTACT));
    }

    private void pagesForContacts() {
        plain(CONTACT, "client.profile", "client.sessions", "client.file.confirmDelete", "client.file.thumbnail");
        on("client.home", by(CONTACT).asking("client={clientId}"));
        on("client.files", by(CONTACT).asking("client={clientId}&folder={folderId}"));
        on("client.files.add", by(CONTACT).asking("client={clientId}").sending(Body.file("{folderId}")));
        on("client.file", by(CONTACT).asking("client={clientId}"));
        on("client.file.delete", by(CONTACT));
        on("client.file.download", by(CONTACT).leaving("the record of the download"));
        on("client.file.preview", by(CONTACT).leaving("the record of the look"));
        on("client.sessions.end", by(CONTACT));
        on("client.sessions.endAll", by(CONTACT));
    }

    private void pagesForStaff() {
        plain(STAFF, "practice.clients", "practice.clients.cut", "practice.clients.new", "practice.client");
        plain(STAFF, "practice.client.contacts", "practice.client.contact.new", "practice.client.contact.delete.ask");
        plain(STAFF, "practice.client.invite.window", "practice.client.document", "practice.client.document.access");
        plain(STAFF, "practice.file.thumbnail", "practice.client.trash");
        plain(STAFF, "practice.client.folders", "practice.contact", "practice.contact.signIns", "practice.attention");
        plain(STAFF, "practice.sessions");
        on("practice.clients.create", by(STAFF).form("name=New&type=OTHER"));
        on("practice.client.change", by(STAFF).form("name=Other&type=OTHER&version=0"));
        on(
                "practice.client.contact.add",
                by(STAFF).form("name=New+Name&email={newName}%40people.example&relationship=OTHER"));
        on("practice.client.contact.terms", by(STAFF).form("permission=FILES&relationship=OWNER&version=0"));
        on("practice.client.contact.main", by(STAFF).given(Fixtures::anotherMainContact));
        on("practice.client.contact.link", by(STAFF));
        on("practice.client.contact.invite", by(STAFF).given(Fixtures::revoked));
        on("practice.client.contact.delete", by(STAFF));
        on(
                "practice.client.invite",
                by(STAFF).form("contact={contactId}&message=Come").given(Fixtures::revoked));
        on("practice.client.documents", by(STAFF).asking("folder={folderId}"));
        on("practice.client.documents.add", by(STAFF).sending(Body.file("{folderId}")));
        on("practice.client.document.visible", by(STAFF).form("version=0"));
        on("practice.client.document.file", by(STAFF).form("folder={folderId}&name=c.txt&year=2020&version=0"));
        on("practice.client.document.delete", by(STAFF));
        on("practice.client.document.restore", by(STAFF).given(Fixtures::deletedDocument));
        on("practice.file.preview", by(STAFF).leaving("the record of the look"));
        on("practice.file.download", by(STAFF).leaving("the record of the download"));
        on("practice.client.folders.create", by(STAFF).form("name=New"));
        on("practice.client.folders.rename", by(STAFF).form("name=New&version=0"));
        on(
                "practice.contact.change",
                by(STAFF).form("name=Other&email={email}&billable=true&version={contactVersion}"));
        on("practice.sessions.end", by(STAFF).calling("sessionId", "staffSessionId"));
        on("practice.sessions.endAll", by(STAFF));
    }

    private void pagesForAdministrators() {
        plain(ADMIN, "practice.activity", "practice.client.activity", "practice.activity.unknown");
        plain(ADMIN, "practice.activity.check", "practice.client.hold.ask", "practice.client.release.ask");
        plain(ADMIN, "practice.client.delete.ask", "practice.clients.deleted", "practice.client.document.hold.ask");
        plain(ADMIN, "practice.contacts", "practice.contacts.new", "practice.contact.clients", "practice.staff");
        plain(ADMIN, "practice.contact.revoke.ask", "practice.contact.delete.ask", "practice.settings.show");
        plain(ADMIN, "practice.staff.new", "practice.staff.member");
        on("practice.client.hold", by(ADMIN).form("reason=Audit"));
        on("practice.client.release", by(ADMIN).given(Fixtures::heldClient));
        on("practice.client.delete", by(ADMIN));
        on("practice.client.restore", by(ADMIN).given(Fixtures::deletedClient).remembering());
        on("practice.client.document.hold", by(ADMIN).form("reason=Audit"));
        on("practice.client.document.release", by(ADMIN).given(Fixtures::heldDocument));
        String clients = "&shown={clientId}&client={clientId}&permission-{clientId}=FILES";
        on("practice.contacts.add", by(ADMIN).form("name=New+Name&email={newName}%40people.example" + clients));
        on("practice.contact.clients.set", by(ADMIN).form("find=" + clients));
        on("practice.contact.revoke", by(ADMIN));
        on("practice.contact.delete", by(ADMIN));
        on(
                "practice.settings.change",
                by(ADMIN)
                        .form("admission=BY_INVITATION&sessionAbsolute=10&sessionIdle=30"
                                + "&deleteWindow=60&maxUpload=100&invitationText=Come&version={practiceVersion}"));
        String member = "&role=MEMBER&access=named&active=true&impersonates=true&version=0";
        on("practice.staff.add", by(ADMIN).form("name=New+Name&email={newName}%40people.example" + member + clients));
        on("practice.staff.change", by(ADMIN).form("find=" + member + clients));
    }

    private void plain(Fixture.Who who, String... routes) {
        for (String route : routes) {
            on(route, by(who));
        }
    }

    private void on(String route, Fixture fixture) {
        if (all.put(route, fixture) != null) {
            throw new IllegalArgumentException("two fixtures for " + route);
        }
    }

    private static DocumentId document(Holding own) {
        return DocumentId.of(own.ids().get("documentId"));
    }

    private static void revoked(Site site, Holding own) {
        site.auth.invitations().revoke(own.firm(), own.contact().id());
    }

    private static void anotherMainContact(Site site, Holding own) {
        String name = site.name("Main");
        Contact other = site.portal
                .contacts()
                .addToClient(
                        own.firm(),
                        own.client().id(),
                        Contact.Profile.of(name, Optional.of(World.email(name))),
                        Terms.BASE);
        site.portal
                .assignments()
                .makeMain(own.firm(), new AssignmentId(other.id(), own.client().id()));
    }

    private static void deletedDocument(Site site, Holding own) {
        site.portal.filing().delete(own.firm(), document(own));
    }

    private static void deletedClient(Site site, Holding own) {
        site.portal.clients().delete(own.firm(), own.client().id());
    }

    private static void heldDocument(Site site, Holding own) {
        site.portal.filing().hold(site.head(own.practice()), document(own), Optional.of("Audit"));
    }

    private static void heldClient(Site site, Holding own) {
        site.portal.filing().hold(site.head(own.practice()), own.client().id(), Optional.of("Audit"));
    }
}

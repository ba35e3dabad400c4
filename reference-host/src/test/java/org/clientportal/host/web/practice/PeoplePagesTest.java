package org.clientportal.host.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PeoplePagesTest {
    private WebHost host;
    private Client bakery;
    private Client catering;
    private WebBrowser admin;

    @BeforeEach
    void open() throws IOException {
        host = new WebHost();
        bakery = host.client("Bakery");
        catering = host.client("Catering");
        admin = host.staff("Ada Admin", StaffRole.ADMIN, ClientAccess.ALL);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    @Tag("rule:CC-5")
    @Tag("rule:CC-14")
    void allContactsAreFoundByNameAndByState() {
        host.contact("Joe Delgado", bakery);
        host.contact("Rosa Ortiz", catering);

        assertThat(admin.get(Places.CONTACTS).html()).contains("Joe Delgado", "Rosa Ortiz");
        assertThat(admin.get(Places.CONTACTS + "?q=rosa").html())
                .contains("Rosa Ortiz")
                .doesNotContain("Joe Delgado");
        assertThat(admin.get(Places.CONTACTS + "?state=active").html()).contains("Nothing found");
    }

    @Test
    @Tag("rule:PR-4")
    void allContactsAreForAdministrators() {
        WebBrowser member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.ALL);

        assertThat(member.get(Places.CONTACTS).status()).isEqualTo(403);
        assertThat(member.get(Places.ACTIVITY).status()).isEqualTo(403);
        assertThat(member.get(Places.SETTINGS).status()).isEqualTo(403);
        assertThat(member.get(Places.STAFF).status()).isEqualTo(403);
    }

    @Test
    @Tag("rule:CC-4")
    void somebodyAddedHereNeedsAClient() {
        WebBrowser.Page again =
                admin.get(Places.NEW_CONTACT).submit(Places.NEW_CONTACT, "name", "Joe Delgado", "email", "");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("A contact needs at least one client.", "value=\"Joe Delgado\"");
    }

    @Test
    @Tag("rule:CC-7")
    void theWholeSetOfClientsIsSetAtOnce() {
        Contact joe = host.contact("Joe Delgado", bakery, Permission.FILES);
        String clients = Places.person(joe.id()) + "/clients";

        admin.get(clients)
                .submit(
                        clients,
                        "shown",
                        catering.id().toString(),
                        "client",
                        catering.id().toString(),
                        "permission-" + catering.id(),
                        "TAX",
                        "relationship-" + catering.id(),
                        "OWNER");

        assertThat(admin.get(Places.person(joe.id())).html())
                .contains("Catering", "Owner · Tax")
                .doesNotContain("Bakery");
    }

    @Test
    void findingAClientKeepsWhatIsTicked() {
        Contact joe = host.contact("Joe Delgado", bakery);
        String clients = Places.person(joe.id()) + "/clients";

        WebBrowser.Page found = admin.get(clients)
                .submit(
                        clients,
                        "shown",
                        bakery.id().toString(),
                        "client",
                        bakery.id().toString(),
                        "find",
                        "cat",
                        "finding",
                        "true");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.html()).containsPattern("value=\"" + bakery.id() + "\" checked");
        assertThat(found.html()).contains("Catering");
    }

    @Test
    void aProfileIsChangedAndAWrongPhoneRefusedBesideItsField() {
        Contact joe = host.contact("Joe Delgado", bakery);
        String place = Places.person(joe.id());

        WebBrowser.Page again = admin.get(place).submit(place, "name", "Joseph", "phone", "12");
        assertThat(again.html()).contains("id=\"phone-error\"", "value=\"Joseph\"");
        admin.get(place)
                .submit(
                        place,
                        "name",
                        "Joseph",
                        "email",
                        "joe.delgado@people.example",
                        "phone",
                        "+12125550100",
                        "timeZone",
                        "Europe/Madrid");

        assertThat(admin.get(place).html()).contains("<h1>Joseph</h1>", "+12125550100", "Europe/Madrid");
    }

    @Test
    @Tag("rule:DE-2")
    @Tag("rule:DE-8")
    void deletingAPersonSaysBeforeWhatItEnds() {
        Contact joe = host.contact("Joe Delgado", bakery);
        WebBrowser joes = host.signedIn("Joe Delgado");
        String delete = Places.person(joe.id()) + "/delete";

        WebBrowser.Page asked = admin.get(delete);
        assertThat(asked.html()).contains("Ends 1 session and the access to 1 client.");
        asked.submit(delete);

        assertThat(joes.get("/").location()).startsWith("/sign-in");
        assertThat(admin.get(Places.person(joe.id())).status()).isEqualTo(404);
    }

    @Test
    @Tag("rule:DE-6")
    void accessIsRemovedAtOnce() {
        Contact joe = host.contact("Joe Delgado", bakery);
        WebBrowser joes = host.signedIn("Joe Delgado");
        String revoke = Places.person(joe.id()) + "/revoke";

        admin.get(revoke).submit(revoke);

        assertThat(joes.get("/").location()).startsWith("/sign-in");
        assertThat(admin.get(Places.person(joe.id())).html()).contains("Access removed");
    }

    @Test
    @Tag("rule:SI-9")
    void whyNobodyGotInIsToldToStaffAndUnknownEmailsToAdministrators() {
        Contact joe = host.contact("Joe Delgado", bakery);
        host.signedIn("Joe Delgado");
        host.browser().get("/sign-in").submit("/sign-in", "email", "stranger@nowhere.example");
        WebBrowser member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.only(Set.of(bakery.id())));

        assertThat(member.get(Places.person(joe.id()) + "/sign-ins").html()).contains("Signed in");
        assertThat(admin.get(Places.ACTIVITY + "/unknown").html()).contains("stranger@nowhere.example");
        assertThat(member.get(Places.ACTIVITY + "/unknown").status()).isEqualTo(403);
    }
}

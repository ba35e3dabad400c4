package org.clientportal.host.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.AssignmentId;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ContactsTabTest {
    private WebHost host;
    private Client client;
    private WebBrowser member;

    @BeforeEach
    void open() throws IOException {
        host = new WebHost();
        client = host.client("Delgado Hardware");
        member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.only(Set.of(client.id())));
    }

    @AfterEach
    void close() {
        host.close();
    }

    private WebBrowser.Page tab() {
        return member.get(Places.contacts(client.id()));
    }

    @Test
    @Tag("rule:CC-13")
    void theTabShowsThePortalsAddress() {
        assertThat(tab().html()).contains("<code>" + host.practice.origin().value() + "</code>");
    }

    @Test
    @Tag("rule:CC-4")
    @Tag("rule:IN-8")
    void addingAContactTellsNobody() {
        String add = Places.client(client.id()) + "/add-contact";

        WebBrowser.Page page = member.get(add)
                .submit(
                        add,
                        "name",
                        "Rosa Delgado",
                        "email",
                        "rosa@people.example",
                        "permission",
                        "FILES",
                        "relationship",
                        "OWNER")
                .follow();

        assertThat(page.html()).contains("Rosa Delgado is added.", "Not invited");
        host.portal.runJobsOnce();
        assertThat(host.notifier.sentTo("rosa@people.example")).isEmpty();
    }

    @Test
    @Tag("rule:CC-6")
    void anEmailThatSomebodyHasIsRefusedBesideTheFieldAndTellsAMemberNothingElse() {
        Client other = host.client("Secret Ltd");
        host.contact("Joe Delgado", other);
        String add = Places.client(client.id()) + "/add-contact";

        WebBrowser.Page again = member.get(add)
                .submit(add, "name", "J", "email", World.email("Joe Delgado").typed(), "relationship", "OTHER");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html())
                .contains("id=\"email-error\"", "ask an administrator")
                .doesNotContain("Secret Ltd", "Joe Delgado");
    }

    @Test
    @Tag("rule:CC-6")
    void anAdministratorIsLedToTheContactThatHasTheEmail() {
        WebBrowser admin = host.staff("Ada Admin", StaffRole.ADMIN, ClientAccess.ALL);
        Contact joe = host.contact("Joe Delgado", host.client("Other Ltd"));
        String add = Places.client(client.id()) + "/add-contact";

        WebBrowser.Page again = admin.get(add)
                .submit(add, "name", "J", "email", World.email("Joe Delgado").typed(), "relationship", "OTHER");

        assertThat(again.html()).contains(Places.person(joe.id()) + "/clients");
    }

    @Test
    @Tag("rule:CC-15")
    @Tag("rule:PM-8")
    void permissionsAreSetInTheRowAndHoldOnTheNextClick() {
        Contact joe = host.contact("Joe Delgado", client);
        WebBrowser joes = host.signedIn("Joe Delgado");
        assertThat(joes.get("/").html()).doesNotContain("href=\"/files");
        String row = Places.contact(client.id(), joe.id());

        tab().submit(row, "permission", "FILES", "relationship", "OWNER");

        assertThat(joes.get("/").html()).contains("href=\"/files");
    }

    @Test
    void aRowThatChangedMeanwhileSaysSoAndShowsWhatHoldsNow() {
        Contact joe = host.contact("Joe Delgado", client);
        WebBrowser.Page stale = tab();
        AssignmentId id = new AssignmentId(joe.id(), client.id());
        host.portal.assignments().setTerms(host.firm, id, Terms.of(Permission.TAX), Optional.empty());

        WebBrowser.Page again =
                stale.submit(Places.contact(client.id(), joe.id()), "permission", "FILES", "relationship", "OTHER");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("Somebody else changed this");
        assertThat(again.html()).containsPattern("value=\"TAX\"[^>]* checked");
    }

    @Test
    @Tag("rule:PM-12")
    @Tag("rule:DE-8")
    void deletingTheLastAdminWarnsBefore() {
        Contact joe = host.contact("Joe Delgado", client, Permission.CLIENT_ADMIN);
        String delete = Places.contact(client.id(), joe.id()) + "/delete";

        WebBrowser.Page asked = member.get(delete);

        assertThat(asked.html()).contains("They are the last Admin here", "Files they added stay");
        asked.submit(delete);
        assertThat(tab().html()).contains("Nobody yet").doesNotContain("href=\"" + Places.person(joe.id()));
    }

    @Test
    @Tag("rule:IN-9")
    void aMagicLinkIsSentFromTheRow() {
        Contact joe = host.contact("Joe Delgado", client);
        String link = Places.contact(client.id(), joe.id()) + "/link";

        WebBrowser.Page page = tab().submit(link).follow();

        assertThat(page.html()).contains("A magic link is on its way to Joe Delgado");
        assertThat(host.mailTo("Joe Delgado").get(0)).contains("magic_link");
    }

    @Test
    @Tag("rule:PR-3")
    void aContactOfAnotherClientIsNotFoundHere() {
        // given
        Client other = host.client("Secret Ltd");
        Contact joe = host.contact("Joe Delgado", other);
        WebBrowser admin = host.staff("Ada Admin", StaffRole.ADMIN, ClientAccess.ALL);
        String here = Places.contact(client.id(), joe.id()) + "/link";
        for (WebBrowser browser : List.of(member, admin)) {
            Map<String, String> form = Map.of(
                    "csrf",
                    browser.get(Places.contacts(client.id()))
                            .hidden("/practice/sign-out")
                            .get("csrf"));
            // when
            WebBrowser.Page answer = browser.post(here, form);
            // then
            assertThat(answer.status()).isEqualTo(404);
        }
    }
}

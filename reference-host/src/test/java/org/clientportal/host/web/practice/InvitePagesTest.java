package org.clientportal.host.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.clientportal.core.contact.Terms;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InvitePagesTest {
    private WebHost host;
    private Client client;
    private WebBrowser member;
    private String invite;

    @BeforeEach
    void open() throws IOException {
        host = new WebHost();
        client = host.client("Delgado Hardware");
        member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.ALL);
        invite = Places.client(client.id()) + "/invite";
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Contact contact(String name, Optional<String> email) {
        Contact.Profile profile = Contact.Profile.of(name, email.map(org.clientportal.model.contact.EmailAddress::new));
        return host.portal.contacts().addToClient(host.firm, client.id(), profile, Terms.BASE);
    }

    @Test
    @Tag("rule:IN-3")
    void whoIsTickedIsInvitedWithTheMessageOfThisInvitation() {
        Contact joe = contact("Joe", Optional.of("joe.delgado@people.example"));

        WebBrowser.Page tab = member.get(invite)
                .submit(invite, "contact", joe.id().toString(), "message", "Welcome, Joe")
                .follow();

        assertThat(tab.html()).contains("The invitation is on the way.", "Invited");
        assertThat(host.mailTo("Joe Delgado").get(0)).contains("invitation");
    }

    @Test
    @Tag("rule:IN-3")
    void somebodyNewIsAddedAndInvitedAtOnce() {
        member.get(invite).submit(invite, "name1", "Joe Delgado", "email1", "joe.delgado@people.example");

        assertThat(member.get(Places.contacts(client.id())).html()).contains("Joe Delgado", "Invited");
        assertThat(host.mailTo("Joe Delgado").get(0)).contains("invitation");
    }

    @Test
    void somebodyNewWhoCannotBeAddedKeepsWhatWasTypedAndNobodyIsInvitedYet() {
        Contact joe = contact("Joe", Optional.of("joe.delgado@people.example"));

        WebBrowser.Page again = member.get(invite)
                .submit(
                        invite,
                        "contact",
                        joe.id().toString(),
                        "name1",
                        "Rosa",
                        "email1",
                        "not an address",
                        "message",
                        "Mine");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("id=\"email1-error\"", "value=\"not an address\"", ">Mine</textarea>");
        assertThat(again.html()).containsPattern("value=\"" + joe.id() + "\"[^>]* checked");
        host.portal.runJobsOnce();
        assertThat(host.notifier.sentTo("joe.delgado@people.example")).isEmpty();
    }

    @Test
    @Tag("rule:IN-5")
    void aContactWithoutAnEmailIsListedAndCannotBeTicked() {
        Contact joe = contact("Joe", Optional.empty());

        assertThat(member.get(invite).html()).containsPattern("value=\"" + joe.id() + "\"[^>]* disabled");
        WebBrowser.Page forced =
                member.get(invite).submit(invite, "contact", joe.id().toString());
        assertThat(forced.status()).isEqualTo(422);
        assertThat(forced.html()).contains("This contact has no email address.");
    }

    @Test
    void invitingNobodySaysSo() {
        WebBrowser.Page again = member.get(invite).submit(invite, "message", "Hello");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("Tick at least one person");
    }
}

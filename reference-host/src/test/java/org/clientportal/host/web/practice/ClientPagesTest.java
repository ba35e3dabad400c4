package org.clientportal.host.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.clientportal.core.client.ChangeClient;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ClientPagesTest {
    private WebHost host;
    private WebBrowser admin;

    @BeforeEach
    void open() throws IOException {
        host = new WebHost();
        admin = host.staff("Ada Admin", StaffRole.ADMIN, ClientAccess.ALL);
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void whoeverIsNotSignedInGoesToTheStaffsDoor() {
        assertThat(host.browser().get("/practice").location()).startsWith("/practice/sign-in?returnTo=");
    }

    @Test
    @Tag("rule:CC-2")
    void aClientIsCreatedFromTheListAndItsContactsTabIsNext() {
        WebBrowser.Page form = admin.get(Places.NEW_CLIENT);

        WebBrowser.Page tab = form.submit(Places.NEW_CLIENT, "name", "Delgado Hardware", "type", "TRUST")
                .follow();

        assertThat(tab.status()).isEqualTo(200);
        assertThat(tab.html()).contains("Delgado Hardware is created", "Nobody yet");
        assertThat(admin.get("/practice").html()).contains("Delgado Hardware", "Trust");
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndSaysWhyBesideTheField() {
        String tooLong = "x".repeat(201);

        WebBrowser.Page again =
                admin.get(Places.NEW_CLIENT).submit(Places.NEW_CLIENT, "name", tooLong, "type", "TRUST");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("value=\"" + tooLong + "\"", "This is too long.", "value=\"TRUST\" selected");
    }

    @Test
    void aFormThatHasBecomeStaleShowsTheNewStateAndKeepsWhatWasTyped() {
        Client client = host.client("Old name");
        WebBrowser.Page page = admin.get(Places.client(client.id()));
        host.portal
                .clients()
                .change(host.firm, new ChangeClient(client.id(), "Theirs", EntityType.TRUST, Optional.empty()));

        WebBrowser.Page again = page.submit(Places.client(client.id()), "name", "Mine", "type", "COMPANY");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("Somebody else changed this", "<h1>Theirs</h1>", "value=\"Mine\"");
        assertThat(again.submit(Places.client(client.id()), "name", "Mine", "type", "COMPANY")
                        .status())
                .isEqualTo(303);
    }

    @Test
    @Tag("rule:PR-3")
    void aClientOutOfReachIsAnsweredLikeOneThatDoesNotExist() {
        Client client = host.client("Hidden Ltd");
        Client own = host.client("Own Ltd");
        WebBrowser member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.only(Set.of(own.id())));

        WebBrowser.Page hidden = member.get(Places.client(client.id()));

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(member.get("/practice/clients/nonsense").status()).isEqualTo(404);
        assertThat(member.get("/practice").html()).contains("Own Ltd").doesNotContain("Hidden Ltd");
    }

    @Test
    @Tag("rule:PR-6")
    void aMemberSeesNoAdministratorsLinksAndIsRefusedTheirPages() {
        Client client = host.client("Own Ltd");
        WebBrowser member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.ALL);

        assertThat(member.get(Places.client(client.id())).html())
                .doesNotContain("/delete\"", "/hold\"", Places.SETTINGS + "\"", Places.CONTACTS + "\"");
        assertThat(member.get(Places.client(client.id()) + "/delete").status()).isEqualTo(403);
        assertThat(member.get(Places.DELETED_CLIENTS).status()).isEqualTo(403);
    }

    @Test
    @Tag("rule:DE-7")
    @Tag("rule:DE-8")
    void deletingAClientSaysBeforeWhatItDoesAndIsUndone() {
        Client client = host.client("Delgado Hardware");
        host.contact("Joe Delgado", client);

        WebBrowser.Page asked = admin.get(Places.client(client.id()) + "/delete");
        assertThat(asked.html()).contains("1 contact loses access", "1 of them has no other client");
        WebBrowser.Page list =
                asked.submit(Places.client(client.id()) + "/delete").follow();
        assertThat(list.html()).contains("Delgado Hardware is deleted.", "Undo");
        assertThat(admin.get(Places.client(client.id())).status()).isEqualTo(404);

        list.submit(Places.client(client.id()) + "/restore");
        assertThat(admin.get(Places.client(client.id())).status()).isEqualTo(200);
    }

    @Test
    @Tag("rule:DO-5")
    void aLegalHoldNeedsAReasonAndIsShown() {
        Client client = host.client("Delgado Hardware");
        String hold = Places.client(client.id()) + "/hold";

        assertThat(admin.get(hold).submit(hold, "reason", "").status()).isEqualTo(422);
        admin.get(hold).submit(hold, "reason", "Audit 2025");

        assertThat(admin.get(Places.client(client.id())).html()).contains("Legal hold since", "Audit 2025");
    }
}

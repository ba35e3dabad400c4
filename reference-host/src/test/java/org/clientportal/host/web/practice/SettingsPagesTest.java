package org.clientportal.host.web.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.clientportal.model.practice.Admission;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.staff.ClientAccess;
import org.clientportal.model.staff.StaffMember;
import org.clientportal.model.staff.StaffRole;
import org.clientportal.testkit.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SettingsPagesTest {
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

    private PracticeSettings settings() {
        return host.portal.practices().own(host.firm).settings();
    }

    private WebBrowser.Page save(String... changed) {
        String[] fields = {
            "admission",
            "BY_INVITATION",
            "invitationText",
            "Hello",
            "sessionAbsolute",
            "12",
            "sessionIdle",
            "60",
            "deleteWindow",
            "60",
            "maxUpload",
            "5368"
        };
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(changed[0])) {
                fields[i + 1] = changed[1];
            }
        }
        return admin.get(Places.SETTINGS).submit(Places.SETTINGS, fields);
    }

    @Test
    @Tag("rule:PR-4")
    void settingsAreSavedInTheWordsOfPeopleAndWhatStaysStaysToTheByte() {
        long before = settings().maxUpload();

        assertThat(save("admission", "ON_ADD").status()).isEqualTo(303);

        assertThat(settings().admission()).isEqualTo(Admission.ON_ADD);
        assertThat(settings().sessions().absolute()).isEqualTo(Duration.ofHours(12));
        assertThat(settings().maxUpload()).isEqualTo(before);
    }

    @Test
    @Tag("rule:DO-4")
    void anEmptyTimeToDeleteMeansNever() {
        save("deleteWindow", "");

        assertThat(settings().deleteWindow()).isEmpty();
    }

    @Test
    void whatIsOutOfRangeIsRefusedBesideItsFieldAndKept() {
        WebBrowser.Page again = save("sessionIdle", "5");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("id=\"sessionIdle-error\"", "value=\"5\"");
    }

    @Test
    @Tag("rule:PR-3")
    void aMemberIsAddedWithTheClientsItReaches() {
        Client own = host.client("Own Ltd");
        host.client("Hidden Ltd");

        admin.get(Places.NEW_STAFF)
                .submit(
                        Places.NEW_STAFF,
                        Map.of(
                                        "name", "Max Member",
                                        "email", "max.member@people.example",
                                        "role", "MEMBER",
                                        "access", "named",
                                        "shown", own.id().toString(),
                                        "client", own.id().toString())
                                .entrySet()
                                .stream()
                                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                                .toArray(String[]::new));

        StaffMember max = host.portal.staff().list(host.firm).stream()
                .filter(member -> member.name().equals("Max Member"))
                .findFirst()
                .orElseThrow();
        assertThat(max.access()).isEqualTo(ClientAccess.only(Set.of(own.id())));
    }

    @Test
    @Tag("rule:PR-5")
    void theLastAdministratorStaysOne() {
        StaffMember ada = host.portal.staff().list(host.firm).get(0);

        WebBrowser.Page again = admin.get(Places.staff(ada.id()))
                .submit(Places.staff(ada.id()), "role", "MEMBER", "access", "all", "active", "true");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.html()).contains("The last active administrator must stay one");
    }

    @Test
    @Tag("rule:AU-1")
    void whatHappenedIsToldInWordsWithTodaysNamesAndTheRecordIsChecked() {
        Client client = host.client("Bakery");
        var joe = host.contact("Joe Delgado", client, Permission.FILES);

        assertThat(admin.get(Places.ACTIVITY).html()).contains("invited Joe Delgado", "Ada Admin");
        assertThat(admin.get(Places.client(client.id()) + "/activity").html())
                .contains("created the client Bakery")
                .doesNotContain("asked for a link to sign in");
        host.portal.deletion().delete(host.firm, joe.id());
        assertThat(admin.get(Places.ACTIVITY).html())
                .contains("invited Unknown #1")
                .doesNotContain("Joe Delgado");

        host.portal.runJobsOnce();
        assertThat(admin.get(Places.ACTIVITY + "/check").html()).contains("records are as they were sealed");
    }

    @Test
    @Tag("rule:IN-10")
    void aMailThatFailedNeedsAttentionOfWhoeverReachesItsContact() {
        Client client = host.client("Bakery");
        host.notifier.setDown(true);
        host.contact("Joe Delgado", client);
        for (int tries = 0; tries < 20; tries++) {
            host.clock.forward(Duration.ofHours(3));
            host.portal.runJobsOnce();
        }
        host.notifier.setDown(false);
        WebBrowser eve = host.staff("Eve Admin", StaffRole.ADMIN, ClientAccess.ALL);
        WebBrowser member = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.only(Set.of()));

        assertThat(eve.get(Places.ATTENTION).html()).contains("Joe Delgado", "the mail server is down");
        assertThat(member.get(Places.ATTENTION).html()).contains("All is well");
    }

    @Test
    @Tag("rule:NO-1")
    void aMailToSomebodyOfTheStaffThatFailedNeedsAnAdministratorsAttention() {
        WebBrowser max = host.staff("Max Member", StaffRole.MEMBER, ClientAccess.ALL);
        host.clock.forward(Duration.ofMinutes(2));
        host.notifier.setRefusing(true);
        host.browser()
                .get("/practice/sign-in")
                .submit("/practice/sign-in", "email", World.email("Max Member").typed());
        host.portal.runJobsOnce();
        String bounced = Places.ATTENTION + "?bounced=true";

        assertThat(admin.get(bounced).html()).contains("Max Member", Places.STAFF + "/", "no such mailbox");
        assertThat(max.get(bounced).html()).contains("All is well");
    }
}

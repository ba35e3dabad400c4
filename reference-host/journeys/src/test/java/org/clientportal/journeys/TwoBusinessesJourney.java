package org.clientportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joe of the demo has two businesses, and his employee one of them. */
class TwoBusinessesJourney {
    private static final String BAKERY = "Joe's Bakery LLC";
    private static final String CATERING = "Joe's Catering LLC";

    @TempDir
    Path data;

    @Test
    @Tag("rule:DA-2")
    @Tag("rule:DO-3")
    void joe_finds_each_of_his_businesses_and_what_is_new_in_it_at_his_desk() {
        walk(Screen.DESKTOP);
    }

    @Test
    @Tag("full")
    void joe_finds_each_of_his_businesses_and_what_is_new_in_it_on_his_phone() {
        walk(Screen.PHONE);
    }

    private void walk(Screen screen) {
        Album album = new Album("two-businesses", screen);
        try (LiveHost host = LiveHost.demo(data).serve();
                Chromium chromium = new Chromium()) {
            try (Visitor joe = new Visitor(chromium.browser(), host.origin(), screen, album)) {
                new SignIn(joe).byMail("/", "joe@castellano.example");
                joe.seesHeading("Hello, Joe Castellano");
                joe.looks("home");
                seesEveryBusiness(joe);
                seesOneBusiness(joe);
            }
            try (Visitor maria = new Visitor(chromium.browser(), host.origin(), screen, album)) {
                new SignIn(maria).byMail("/files", "maria@joesbakery.example");
                seesLess(maria);
            }
            try (Visitor olivia = new Visitor(chromium.browser(), host.origin(), screen, album)) {
                new SignIn(olivia).byMail("/practice", "olivia@harborfinch.example");
                seesWhoBelongsToIt(olivia);
            }
        }
    }

    private static void seesEveryBusiness(Visitor joe) {
        joe.opens("/files");
        joe.looks("files-of-all-businesses");
        int all = newCount(joe);
        assertThat(all).isPositive();
        joe.opens("/files?new=true");
        joe.looks("new-only");
        assertThat(joe.rows().count()).isEqualTo(all);

        joe.opens("/files");
        joe.follows(CATERING);
        assertThat(joe.path()).startsWith("/files?client=");
        joe.looks("files-of-one-business");
        int catering = newCount(joe);
        assertThat(catering).isPositive().isLessThan(all);
        joe.opens(joe.path() + "&new=true");
        assertThat(joe.rows().count()).isEqualTo(catering);
    }

    private static void seesOneBusiness(Visitor joe) {
        joe.opens("/files");
        Locator choices = joe.menu("Business: All businesses. Choose another");
        joe.looks("switcher");
        choices.getByText(BAKERY).click();
        assertThat(joe.path()).startsWith("/files?client=");
        joe.sees("Form 1065 last year.pdf");
        assertThat(joe.rows().filter(new Locator.FilterOptions().setHasText("Wedding season")))
                .hasCount(0);
        joe.looks("bakery-by-the-switcher");
        String bakery = joe.path();

        assertThat(joe.reloads()).isEqualTo(200);
        assertThat(joe.path()).isEqualTo(bakery);
    }

    private static void seesLess(Visitor maria) {
        maria.seesHeading("Files");
        maria.sees("Bank statement October.pdf");
        assertThat(maria.page().locator(".switcher")).hasCount(0);
        for (String other : new String[] {
            "Form 1065 last year.pdf",
            "Tax organizer.pdf",
            "Payroll register October.pdf",
            "Wedding season invoices.pdf"
        }) {
            assertThat(maria.row(other)).hasCount(0);
        }
        maria.looks("employee-files");
    }

    private static void seesWhoBelongsToIt(Visitor olivia) {
        olivia.looks("clients-of-the-firm");
        olivia.follows(BAKERY);
        olivia.looks("client-overview");
        olivia.opensTab("Contacts");
        assertThat(olivia.rows()).hasCount(4);
        olivia.looks("contacts-of-the-bakery");
        olivia.opensTab("Documents");
        olivia.looks("documents-of-the-bakery");
    }

    /** What the New filter says is waiting. */
    private static int newCount(Visitor visitor) {
        return Integer.parseInt(visitor.page().locator("label.chip .number").textContent());
    }
}

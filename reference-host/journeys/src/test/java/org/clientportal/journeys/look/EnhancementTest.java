package org.clientportal.journeys.look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.clientportal.journeys.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What portal.js adds to the pages, and that they do without it. */
@Tag("full")
class EnhancementTest {
    @TempDir
    static Path classes;

    private static LookServer server;
    private static Chromium chromium;
    private Page page;

    @BeforeAll
    static void open() throws IOException {
        server = LookServer.start(classes);
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.close();
    }

    @BeforeEach
    void aPage() {
        page = chromium.browser().newPage();
    }

    @AfterEach
    void closePage() {
        page.context().close();
    }

    @Test
    void aLinkToAConfirmationShowsItInADialog() {
        page.navigate(server.address("mock/contacts"));

        page.locator("td.actions summary").first().click();
        page.locator(".menu-item.danger").first().click();

        assertThat(page.locator("dialog[open] h1")).hasText("Delete Luis Fontana from Delgado Hardware LLC?");
        page.locator("dialog[open] [data-close]").click();
        assertThat(page.locator("dialog[open]")).hasCount(0);
        assertThat(page.url()).endsWith("/mock/contacts");
    }

    @Test
    void escapeClosesAMenuAndGivesItsButtonTheFocus() {
        page.navigate(server.address("mock/contacts"));
        Locator menu = page.locator("td.actions details").first();

        menu.locator("summary").click();
        page.keyboard().press("Tab");
        page.keyboard().press("Escape");

        assertThat(menu).not().hasAttribute("open", "");
        assertThat(menu.locator("summary")).isFocused();
    }

    @Test
    void theFirstTabOffersToSkipToThePage() {
        page.navigate(server.address("mock/home"));

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");

        assertThat(page.locator("#main")).isFocused();
    }

    @Test
    void severalFilesGoUpOneByOneAndARefusedOneSaysWhy() {
        AtomicInteger sent = new AtomicInteger();
        page.route("**/upload", route -> {
            boolean refused = sent.incrementAndGet() == 2;
            route.fulfill(
                    refused
                            ? new FulfillOptions().setStatus(422).setBody("{\"detail\":\"No programs, please.\"}")
                            : new FulfillOptions().setStatus(204));
        });
        page.navigate(server.address("mock/files"));

        choose("statement.pdf", "evil.exe");

        assertThat(page.locator(".upload .error:not([hidden])")).containsText("No programs, please.");
        assertThat(page.locator(".upload").nth(0)).containsText("Added");
        assertThat(page.locator(".upload").nth(1).locator("[data-retry]")).isVisible();
        assertThat(page.locator(".upload")).hasCount(2);
    }

    @Test
    void anUploadCanBeCancelled() {
        page.route("**/upload", route -> {});
        page.navigate(server.address("mock/files"));
        choose("statement.pdf");

        page.locator(".upload [data-cancel]").click();

        assertThat(page.locator(".upload")).hasCount(0);
    }

    @Test
    void aLostConnectionIsToldAndCanBeTriedAgain() {
        page.route("**/upload", route -> route.abort());
        page.navigate(server.address("mock/files"));
        choose("statement.pdf");
        assertThat(page.locator(".upload .error")).containsText("The connection was lost");

        page.unroute("**/upload");
        page.route("**/upload", route -> route.fulfill(new FulfillOptions().setStatus(204)));
        page.locator(".upload [data-retry]").click();

        assertThat(page.locator(".upload")).hasCount(0);
    }

    @Test
    void loadMoreAppendsTheNextRowsWithoutLeavingThePage() {
        page.navigate(server.address("mock/files"));
        assertThat(page.locator("#rows tr")).hasCount(6);

        page.locator("#rows-more a").click();

        assertThat(page.locator("#rows tr")).hasCount(12);
        assertThat(page.url()).endsWith("/mock/files");
    }

    @Test
    void aDeadlineCountsDownAndTakesItsButtonAwayAtTheEnd() {
        page.clock().install();
        page.navigate(server.address("mock/document"));
        assertThat(page.locator(".lapses time")).hasText("You can delete this for 42 more minutes.");

        page.clock().fastForward("30:00");
        assertThat(page.locator(".lapses time")).hasText("You can delete this for 12 more minutes.");
        page.clock().fastForward("15:00");

        assertThat(page.locator(".lapses time")).hasText("This is now part of our records.");
        assertThat(page.locator(".lapses a")).isHidden();
    }

    @Test
    void aFilterSendsItself() {
        page.navigate(server.address("mock/files"));

        page.locator("[type=search]").fill("lease");

        assertThat(page).hasURL(Pattern.compile("q=lease"));
    }

    @Test
    void aMessageCanBeDismissed() {
        page.navigate(server.address("mock/contacts"));

        page.locator("[data-dismiss]").click();

        assertThat(page.locator(".flash")).hasCount(0);
    }

    @Test
    void withoutScriptsThereIsAPlainFormForEverything() {
        page.context().close();
        page = chromium.browser()
                .newContext(new NewContextOptions().setJavaScriptEnabled(false))
                .newPage();

        page.navigate(server.address("mock/files"));
        assertThat(page.locator(".drop [type=file]")).isVisible();
        assertThat(page.locator(".drop [type=submit]")).isVisible();
        assertThat(page.locator("#rows-more a")).hasAttribute("href", "/mock/files?after=x");
        page.navigate(server.address("mock/contacts"));
        assertThat(page.locator("td.actions [type=submit]").first()).isVisible();
        assertThat(page.locator("[data-copy]")).isHidden();
        page.locator("td.actions summary").first().click();
        page.locator(".menu-item.danger").first().click();

        assertThat(page.locator("#confirm [type=submit]")).hasText("Delete contact");
    }

    @Test
    void whenTheNetworkIsGoneThePageSaysSo() {
        page.navigate(server.address("mock/home"));
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        page.reload();

        page.context().setOffline(true);
        page.navigate(server.address("mock/clients"));

        assertThat(page.locator("h1")).hasText("You are offline");
    }

    private void choose(String... names) {
        page.locator(".pick")
                .setInputFiles(Arrays.stream(names)
                        .map(name -> new FilePayload(name, "text/plain", name.getBytes(StandardCharsets.UTF_8)))
                        .toArray(FilePayload[]::new));
    }
}

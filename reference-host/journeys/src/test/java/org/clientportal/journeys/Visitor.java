package org.clientportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** A person at a browser of her own. Every page that is looked at is held against what all pages promise. */
final class Visitor implements AutoCloseable {
    /** In milliseconds: two cores may be shared with a whole build. */
    private static final int PATIENCE = 60_000;
    /** Also of those further down, which are loaded when they come into sight. */
    private static final String PICTURES_ARE_THERE =
            "[...document.images].map(i => { i.loading = 'eager'; return i.complete; }).every(there => there)";

    private final BrowserContext context;
    private final Watch watch;
    private final Page page;
    private final Screen screen;
    private final Album album;
    private final String origin;

    Visitor(Browser browser, String origin, Screen screen, Album album) {
        this.screen = screen;
        this.album = album;
        this.origin = origin;
        this.context = browser.newContext(new NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setJavaScriptEnabled(screen.scripts())
                .setColorScheme(screen.scheme())
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US"));
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        this.watch = Watch.over(context, origin);
        this.page = context.newPage();
    }

    boolean hasScripts() {
        return screen.scripts();
    }

    Page page() {
        return page;
    }

    /** Opens a page by its path and tells the status. */
    int opens(String path) {
        return page.navigate(origin + path).status();
    }

    /** What a path answers, without going there. */
    APIResponse asks(String path) {
        return context.request().get(origin + path, RequestOptions.create().setMaxRedirects(0));
    }

    /** Opens the same page again and tells the status. */
    int reloads() {
        return page.reload().status();
    }

    /** The path of the page, with its query. */
    String path() {
        return page.url().substring(origin.length());
    }

    void types(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    void presses(String button) {
        button(button).click();
    }

    void follows(String link) {
        link(link).click();
    }

    /** Opens one of a page's tabs; the bottom bar of a phone may have a link of the same name. */
    void opensTab(String name) {
        page.locator("nav.tabs")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The rows of the page's list. */
    Locator rows() {
        return page.locator("#rows tr");
    }

    /** The row of a list that holds this text. */
    Locator row(String text) {
        return rows().filter(new Locator.FilterOptions().setHasText(text));
    }

    /** Opens the menu of a row. */
    Locator menu(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).click();
        return page.locator("details.menu[open] .menu-panel");
    }

    /** Confirms what the dialog, or the page where no scripts run, asks. */
    void confirms(String button) {
        page.locator("#confirm")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void sees(String text) {
        assertThat(page.locator("main")).containsText(text);
    }

    void seesHeading(String text) {
        assertThat(page.locator("h1")).hasText(text);
    }

    /** The picture of a document has been drawn and is shown. */
    void seesPicture() {
        Locator picture = page.locator("figure.preview img").first();
        assertThat(picture).hasJSProperty("complete", true);
        assertThat((int) picture.evaluate("image => image.naturalWidth")).isPositive();
    }

    /** Does what posts a form, and waits for its answer. */
    void sends(Runnable step) {
        page.waitForResponse(response -> response.request().method().equals("POST"), step);
        assertThat(page.locator(".htmx-request, .htmx-swapping, .htmx-settling"))
                .hasCount(0);
    }

    /** Adds a file by the form of the page: with scripts it is sent when it is chosen. */
    void adds(Paper paper) {
        page.locator(".drop-form input[type=file]").setInputFiles(paper.payload());
        if (!hasScripts()) {
            presses("Add the chosen files");
        }
        assertThat(row(paper.name())).isVisible();
    }

    /** Takes a picture of what is asked before a step: a dialog, or a page where no scripts run. */
    void looksAtQuestion(String name) {
        assertThat(page.locator("#confirm")).isVisible();
        looks(name);
    }

    /** What a link downloads. */
    byte[] downloads(Locator link) {
        Download download = page.waitForDownload(link::click);
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a picture of the page and holds it against what every page promises. */
    void looks(String name) {
        page.waitForCondition(() -> (boolean) page.evaluate(PICTURES_ARE_THERE));
        page.evaluate("window.scrollTo(0, 0)");
        Photograph.of(page, album.next(name));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of %s", path())
                .isEqualTo(screen.width());
        assertThat(Barriers.on(page, screen)).as("barriers on %s", path()).isEmpty();
        assertThat(watch.complaints()).as("what the browser complains about").isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}

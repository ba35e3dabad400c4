package org.clientportal.journeys.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientportal.journeys.Chromium;
import org.clientportal.journeys.Photograph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The look itself, before any page has data: shells and components at several sizes, in both colour schemes. */
@Tag("full")
class LookTest {
    private static final Path SHOTS = Path.of("target", "screenshots", "look");

    @TempDir
    static Path classes;

    private static LookServer server;
    private static Chromium chromium;

    @BeforeAll
    static void open() throws IOException {
        server = LookServer.start(classes);
        chromium = new Chromium();
        Files.createDirectories(SHOTS);
        Files.writeString(SHOTS.resolveSibling("components.html"), server.html("dev/components"));
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.close();
    }

    @ParameterizedTest(name = "at {0} x {1}, {2}, every page obeys the content security policy and fits the width")
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1440, 900, LIGHT", "1440, 900, DARK", "320, 640, LIGHT"})
    void everyPageObeysTheContentSecurityPolicyAndFitsTheWidth(int width, int height, ColorScheme scheme) {
        try (BrowserContext context = context(width, height, scheme);
                Page page = context.newPage()) {
            List<String> complaints = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            for (String name : server.pages()) {
                page.navigate(server.address(name));
                shoot(page, name, width + "-" + scheme.name().toLowerCase(Locale.ROOT));

                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s", name)
                        .isEqualTo(width);
            }
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest(name = "at {0} x {1}, {2}, axe finds nothing on any page")
    @CsvSource({"390, 844, LIGHT", "1440, 900, DARK"})
    void axeFindsNothingOnAnyPage(int width, int height, ColorScheme scheme) {
        try (BrowserContext context = context(width, height, scheme);
                Page page = context.newPage()) {
            List<String> findings = new ArrayList<>();
            for (String name : server.pages()) {
                page.navigate(server.address(name));
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> rule.getNodes()
                                .forEach(node -> findings.add(name + ": " + rule.getId() + " " + node.getHtml())));
            }
            assertThat(findings).isEmpty();
        }
    }

    private static BrowserContext context(int width, int height, ColorScheme scheme) {
        return chromium.browser()
                .newContext(new NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme)
                        // What rises or fades has other colours on its way; how pages look is how they come to rest.
                        .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void shoot(Page page, String name, String variant) {
        Photograph.of(page, SHOTS.resolve(name.replace('/', '-') + "-" + variant + ".png"));
    }
}

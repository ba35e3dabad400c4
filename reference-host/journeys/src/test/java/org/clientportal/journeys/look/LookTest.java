package org.clientportal.journeys.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The look itself, before any page has data: shells and components at both sizes, in both colour schemes. */
@Tag("full")
class LookTest {
    private static final Path SHOTS = Path.of("target", "screenshots", "look");

    @TempDir
    static Path classes;

    private static LookServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        server = new LookServer(Path.of(System.getProperty("portal.root", "../..")), classes);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("portal.chromium", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-background-networking")));
        Files.createDirectories(SHOTS);
        Files.writeString(SHOTS.resolveSibling("components.html"), server.html("dev/components"));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        server.close();
    }

    @ParameterizedTest(name = "on {0} x {1}, {2}, every page obeys the policy, fits the width and satisfies axe")
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1440, 900, LIGHT", "1440, 900, DARK"})
    void everyPageObeysThePolicyFitsTheWidthAndSatisfiesAxe(int width, int height, ColorScheme scheme) {
        NewContextOptions options =
                new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
        try (BrowserContext context = browser.newContext(options);
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
                new AxeBuilder(page)
                        .analyze()
                        .getViolations()
                        .forEach(rule -> complaints.add(name + ": " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getTarget() + " " + node.getHtml())
                                        .toList()));
            }
            assertThat(complaints).isEmpty();
        }
    }

    private static void shoot(Page page, String name, String variant) {
        Path file = SHOTS.resolve(name.replace('/', '-') + "-" + variant + ".png");
        page.screenshot(
                new ScreenshotOptions().setPath(file).setFullPage(true).setAnimations(ScreenshotAnimations.DISABLED));
    }
}

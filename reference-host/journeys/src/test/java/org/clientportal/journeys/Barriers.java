package org.clientportal.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;

/** What keeps people out of a page who see, hear or move differently, as far as a program can tell (WCAG 2.2 AA). */
final class Barriers {
    private Barriers() {}

    /** Those of a page as it stands there, opened menus and dialogs included. */
    static List<String> on(Page page, Screen screen) {
        return screen.scripts() ? found(page) : onCopy(page, screen);
    }

    /** Where no scripts run, no checker does: it looks at a copy of the page, which has its styles and no scripts either. */
    private static List<String> onCopy(Page page, Screen screen) {
        NewContextOptions alike = new NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(screen.scheme())
                .setReducedMotion(ReducedMotion.REDUCE);
        try (BrowserContext context = page.context().browser().newContext(alike)) {
            Page copy = context.newPage();
            copy.route("**/*.js", route -> route.fulfill(new FulfillOptions().setBody("")));
            copy.route(
                    page.url(),
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(page.content())));
            copy.navigate(page.url());
            return found(copy);
        }
    }

    /** Without what lies in frames, such as a mail's letter: no script of anybody's runs there. */
    private static List<String> found(Page page) {
        return new AxeBuilder(page)
                .exclude("iframe").setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }
}

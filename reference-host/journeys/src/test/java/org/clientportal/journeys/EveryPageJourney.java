package org.clientportal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.microsoft.playwright.APIResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever page there is, by the list of routes: each answers, fits, keeps nobody out, and is photographed. */
class EveryPageJourney {
    @TempDir
    Path data;

    static Stream<Screen> screens() {
        return Stream.of(
                Screen.PHONE,
                Screen.DESKTOP,
                Screen.PHONE.withoutScripts(),
                Screen.DESKTOP.inTheDark(),
                Screen.DESKTOP.zoomed());
    }

    @ParameterizedTest(name = "every page is fit to be seen at {0}")
    @MethodSource("screens")
    @Tag("full")
    @Tag("rule:DA-4")
    void every_page_is_fit_to_be_seen(Screen screen) {
        Album album = new Album("every-page", screen);
        try (LiveHost host = LiveHost.demo(data)) {
            Specimens specimens = Specimens.of(host);
            host.serve();
            try (Chromium chromium = new Chromium()) {
                try (Visitor anybody = new Visitor(chromium.browser(), host.origin(), screen, album)) {
                    looks(anybody, host, specimens, Audience.PUBLIC);
                }
                try (Visitor joe = new Visitor(chromium.browser(), host.origin(), screen, album)) {
                    new SignIn(joe).byMail("/", Specimens.CONTACT);
                    looks(joe, host, specimens, Audience.CONTACT);
                }
                try (Visitor olivia = new Visitor(chromium.browser(), host.origin(), screen, album)) {
                    new SignIn(olivia).byMail("/practice", Specimens.ADMIN);
                    looks(olivia, host, specimens, Audience.STAFF);
                    looks(olivia, host, specimens, Audience.ADMIN);
                }
            }
        }
    }

    private static void looks(Visitor visitor, LiveHost host, Specimens specimens, Audience audience) {
        List<Route> routes = host.routes().stream()
                .filter(route -> Specimens.shown(route, audience))
                .toList();
        assertThat(routes).isNotEmpty();
        assertAll(routes.stream().map(route -> () -> looks(visitor, specimens.path(route), route.name())));
    }

    private static void looks(Visitor visitor, String path, String name) {
        APIResponse answer = visitor.asks(path);
        assertThat(answer.status()).as("status of %s", path).isIn(200, 303);
        if (answer.status() == 200 && isPage(answer.headers())) {
            visitor.opens(path);
            visitor.looks(name);
        }
    }

    /** A letter is shown in a frame where nothing runs, not even what looks at it; its page is here too. */
    private static boolean isPage(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "").startsWith("text/html")
                && !headers.getOrDefault("content-security-policy", "").contains("sandbox");
    }
}

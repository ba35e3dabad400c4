package org.clientportal.host.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebBrowser.Page;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.contact.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionPagesTest {
    private static final String JOE = "Joe Delgado";
    private static final Pattern END = Pattern.compile("action=\"(/settings/sessions/[^\"]+/end)\"");

    private final WebHost host = new WebHost();

    SessionPagesTest() throws IOException {
        host.contact(JOE, host.client("Delgado Hardware"), Permission.FILES);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    @Tag("rule:SI-12")
    void signing_out_ends_this_session_and_no_other() {
        WebBrowser here = host.signedIn(JOE);
        WebBrowser there = host.signedIn(JOE);
        String cookie = here.cookie("contact");

        Page out = here.get("/").submit("/sign-out");

        assertThat(out.location()).isEqualTo("/sign-in");
        assertThat(out.follow().html()).contains("You are signed out");
        assertThat(here.send("/", request -> request.header("Cookie", "contact=" + cookie))
                        .status())
                .isEqualTo(303);
        assertThat(there.get("/").status()).isEqualTo(200);
    }

    @Test
    @Tag("rule:SI-12")
    void signing_out_everywhere_ends_them_all() {
        WebBrowser here = host.signedIn(JOE);
        WebBrowser there = host.signedIn(JOE);

        here.get("/settings/sessions").submit("/settings/sessions");

        assertThat(here.get("/").status()).isEqualTo(303);
        assertThat(there.get("/").status()).isEqualTo(303);
    }

    @Test
    @Tag("rule:SI-12")
    void each_device_is_listed_and_can_be_signed_out() {
        WebBrowser old = host.signedIn(JOE);
        WebBrowser here = host.signedIn(JOE);
        Page list = here.get("/settings/sessions");
        List<String> ends =
                END.matcher(list.html()).results().map(found -> found.group(1)).toList();
        assertThat(ends).hasSize(2);
        String other = ends.get(1);

        assertThat(list.submit(other).location()).isEqualTo("/settings/sessions");

        assertThat(here.get("/").status()).isEqualTo(200);
        assertThat(old.get("/").status()).isEqualTo(303);
    }

    @Test
    @Tag("rule:SI-5")
    void only_who_asked_to_stay_keeps_the_cookie_when_the_browser_closes() {
        assertThat(signedInWith("stay", "true")).contains("Max-Age=2592000");
        assertThat(signedInWith("other", "")).doesNotContain("Max-Age");
    }

    @Test
    @Tag("rule:SI-5")
    @Tag("rule:SI-2")
    void after_an_idle_hour_the_sign_in_page_comes_first() {
        WebBrowser browser = host.signedIn(JOE);
        assertThat(browser.get("/files").status()).isEqualTo(200);
        host.clock.forward(Duration.ofMinutes(61));

        assertThat(browser.get("/files").location()).isEqualTo("/sign-in?returnTo=%2Ffiles");
    }

    private String signedInWith(String field, String value) {
        host.clock.forward(Duration.ofSeconds(61));
        WebBrowser browser = host.browser();
        browser.get("/sign-in").submit("/sign-in", "email", "joe.delgado@people.example");
        Page in = browser.get(host.linkFor(JOE)).submit("/in", field, value);
        return in.header("Set-Cookie")
                .filter(cookie -> cookie.startsWith("contact="))
                .orElseThrow();
    }
}

package org.clientportal.host.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebBrowser.Page;
import org.clientportal.host.web.WebHost;
import org.clientportal.model.client.Client;
import org.clientportal.model.contact.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTest {
    private static final String JOE = "Joe Delgado";
    private static final String EMAIL = "joe.delgado@people.example";

    private final WebHost host = new WebHost();
    private final Client client = host.client("Delgado Hardware");

    SignInPagesTest() throws IOException {
        host.contact(JOE, client, Permission.FILES);
        host.clock.forward(Duration.ofMinutes(2));
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    @Tag("rule:SI-2")
    @Tag("rule:SI-11")
    void a_page_that_needs_signing_in_is_come_back_to_afterwards() {
        WebBrowser browser = host.browser();

        Page first = browser.get("/files?new=true");
        assertThat(first.location()).isEqualTo("/sign-in?returnTo=%2Ffiles%3Fnew%3Dtrue");
        Page sent = first.follow().submit("/sign-in", "email", EMAIL);
        assertThat(sent.follow().html()).contains("Check your mail", EMAIL);
        Page in = browser.get(host.linkFor(JOE)).submit("/in");

        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/files?new=true");
        assertThat(in.follow().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/a/..//evil.example"})
    @Tag("rule:SI-13")
    @Tag("promise:P22")
    void a_way_out_of_the_portal_is_ignored_after_signing_in(String returnTo) {
        WebBrowser browser = host.browser();

        browser.get("/sign-in").submit("/sign-in", "email", EMAIL, "returnTo", returnTo);
        Page in = browser.get(host.linkFor(JOE)).submit("/in");

        assertThat(in.location()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://evil.example"})
    @Tag("rule:SI-13")
    @Tag("promise:P22")
    void where_to_go_on_is_never_another_site(String returnTo) {
        Page in = host.signedIn(JOE).get("/sign-in?returnTo=" + returnTo);
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/");
    }

    @Test
    @Tag("rule:SI-4")
    @Tag("promise:P2")
    void opening_a_link_consumes_nothing_however_often_and_by_whomever() {
        WebBrowser browser = host.browser();
        browser.get("/sign-in").submit("/sign-in", "email", EMAIL);
        String link = host.linkFor(JOE);

        for (int time = 0; time < 20; time++) {
            assertThat(host.browser().get(link).status()).isEqualTo(200);
            assertThat(host.browser().head(link).status()).isEqualTo(200);
        }

        Page page = browser.get(link);
        assertThat(page.html()).contains("Log in to Miller &amp; Partners").doesNotContain("name=\"email\"");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.submit("/in").location()).isEqualTo("/");
        assertThat(browser.get(link).html()).contains("This link was used already");
    }

    @Test
    @Tag("rule:SI-4")
    void in_another_browser_the_link_also_asks_for_the_address_and_keeps_what_was_typed() {
        host.browser().get("/sign-in").submit("/sign-in", "email", EMAIL);
        WebBrowser other = host.browser();
        Page page = other.get(host.linkFor(JOE));

        Page wrong = page.submit("/in", "email", "eve@people.example");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html()).contains("was not sent to that email address", "value=\"eve@people.example\"");
        assertThat(page.submit("/in", "email", EMAIL).location()).isEqualTo("/");
    }

    @Test
    @Tag("rule:SI-4")
    void the_code_signs_in_the_browser_that_asked_and_no_other() {
        WebBrowser browser = host.browser();
        Page code = browser.get("/sign-in").submit("/sign-in", "email", EMAIL).follow();
        WebBrowser other = host.browser();

        Page refused = other.get("/sign-in/code").submit("/sign-in/code", "email", EMAIL, "code", host.codeFor(JOE));
        Page in = code.submit("/sign-in/code", "code", host.codeFor(JOE));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("This code is wrong or no longer valid");
        assertThat(in.location()).isEqualTo("/");
    }

    @Test
    @Tag("rule:SI-9")
    @Tag("promise:P4")
    void a_known_address_and_an_unknown_one_are_answered_alike() {
        Page known = asked("joe.delgado@people.example");
        Page unknown = asked("eve.unknown@people.example");

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(plain(unknown.follow().html()).replace("eve.unknown", "joe.delgado"))
                .isEqualTo(plain(known.follow().html()));
    }

    @Test
    @Tag("rule:SI-10")
    void who_asks_too_often_is_told_how_long_to_wait() {
        asked(EMAIL);

        Page again = host.browser().get("/sign-in").submit("/sign-in", "email", EMAIL);

        assertThat(again.status()).isEqualTo(429);
        assertThat(again.header("Retry-After")).contains("60");
        assertThat(again.html()).contains("ask again in 60 seconds", "value=\"" + EMAIL + "\"");
    }

    @Test
    @Tag("rule:IN-4")
    @Tag("rule:IN-11")
    void an_invitation_creates_the_account_for_the_address_it_went_to() {
        host.contact("Ann Lee", client, Permission.FILES);
        Page page = host.browser().get(host.linkFor("Ann Lee"));

        assertThat(page.html()).contains("Welcome to Miller &amp; Partners", "Create account");
        assertThat(page.submit("/in", "email", "ann.lee@people.example").location())
                .isEqualTo("/");
    }

    @Test
    @Tag("rule:IN-11")
    void an_older_invitation_mails_a_fresh_link_to_the_address_on_record() {
        host.contact("Ann Lee", client, Permission.FILES);
        String invitation = host.linkFor("Ann Lee");
        host.clock.forward(Duration.ofDays(3));
        WebBrowser browser = host.browser();

        Page sent = browser.get(invitation).submit("/in", "email", "ann.lee@people.example");

        assertThat(sent.location()).isEqualTo("/sign-in/code");
        assertThat(sent.follow().html()).contains("Check your mail");
        assertThat(host.linkFor("Ann Lee")).isNotEqualTo(invitation);
        assertThat(browser.get(host.linkFor("Ann Lee")).submit("/in").location())
                .isEqualTo("/");
    }

    @Test
    @Tag("rule:SI-9")
    void a_dead_link_says_what_became_of_it_and_offers_a_new_one() {
        host.browser().get("/sign-in").submit("/sign-in", "email", EMAIL);
        String first = host.linkFor(JOE);
        host.clock.forward(Duration.ofSeconds(61));
        host.browser().get("/sign-in").submit("/sign-in", "email", EMAIL);
        String second = host.linkFor(JOE);

        assertThat(host.browser().get(first).html()).contains("There is a newer link", "href=\"/sign-in\"");
        host.clock.forward(Duration.ofMinutes(10));
        assertThat(host.browser().get(second).html()).contains("time is over", "href=\"/sign-in\"");
        assertThat(host.browser().get("/in/nonsense").html()).contains("We do not know this link");
    }

    @Test
    @Tag("promise:P22")
    void a_form_without_its_token_changes_nothing() {
        WebBrowser browser = host.signedIn(JOE);

        Page refused = browser.post("/sign-out", Map.of());

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.html()).contains("nothing was changed");
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    private Page asked(String email) {
        return host.browser().get("/sign-in").submit("/sign-in", "email", email);
    }

    /** Without the token, which differs on every page. */
    private static String plain(String html) {
        return html.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");
    }
}

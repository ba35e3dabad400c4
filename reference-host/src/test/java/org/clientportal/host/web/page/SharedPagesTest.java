package org.clientportal.host.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.web.WebBrowser;
import org.clientportal.host.web.WebBrowser.Page;
import org.clientportal.host.web.WebHost;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Texts;
import org.clientportal.host.web.view.Tone;
import org.clientportal.model.InvalidValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SharedPagesTest {
    private static final Texts ENGLISH = Texts.in(Locale.US);

    @Test
    void an_address_carries_its_parameters_encoded_in_their_first_order() {
        Address address =
                Address.of("/files").with("q", "a b&c").with("year", 2026).with("new", true);

        assertThat(address.with("q", "x")).hasToString("/files?q=x&year=2026&new=true");
        assertThat(address.without("year").with("new", false)).hasToString("/files?q=a+b%26c");
        assertThat(Address.of("/").with("client", Optional.empty())).hasToString("/");
    }

    @Test
    void what_is_said_arrives_on_the_next_page_with_its_undo() {
        Flash flash = new Flash(
                Tone.WARN,
                "Gone for now.",
                Optional.of(new Flash.Undo("Bring it back", "/practice/documents/1/restore")));

        assertThat(Said.read(Said.flash(flash))).isEqualTo(flash);
        assertThat(Said.read(Said.good("Two\nlines"))).isEqualTo(Flash.good("Two lines"));
    }

    @Test
    void what_is_handed_on_to_one_page_is_said_on_none() {
        assertThat(Said.aside(Said.toNextPage("joe@people.example"))).contains("joe@people.example");
        assertThat(Said.isAside(Said.toNextPage("joe@people.example"))).isTrue();
        assertThat(Said.aside(Said.good("Done."))).isEmpty();
    }

    @Test
    void a_refusal_stands_beside_its_field_and_what_was_typed_stays() {
        Form form = Refused.form(
                ENGLISH, Map.of("email", "joe@"), new InvalidValue("email", "malformed_email", "is not an address"));

        assertThat(form.error("email")).isEqualTo("Enter an email address such as name@example.com.");
        assertThat(form.value("email")).isEqualTo("joe@");
    }

    @Test
    void a_refusal_without_a_field_belongs_to_the_whole_form() {
        Form form = Refused.form(ENGLISH, Map.of(), new PortalException.Unavailable(CoreError.BUSY, "busy"));

        assertThat(form.error(Refused.WHOLE)).isEqualTo("Too much is going on at once. Please try again.");
    }

    @Test
    @Tag("rule:DA-4")
    void the_portal_can_be_installed_on_a_phone() throws IOException {
        try (WebHost host = new WebHost()) {
            WebBrowser browser = host.browser();

            Page manifest = browser.get("/portal.webmanifest");
            assertThat(manifest.header("Content-Type")).contains("application/manifest+json");
            assertThat(manifest.html()).contains("\"name\":\"Miller & Partners\"", "\"display\":\"standalone\"");
            Matcher icons = Pattern.compile("\"src\":\"([^\"]+)\"").matcher(manifest.html());
            assertThat(icons.results().map(icon -> browser.get(icon.group(1)).status()))
                    .containsExactly(200, 200);
            assertThat(browser.get("/sw.js").header("Content-Type").orElse("")).startsWith("text/javascript");
            assertThat(browser.get("/offline").html()).contains("You are offline");
        }
    }

    @Test
    void what_pages_load_is_kept_for_a_year_and_changes_its_address_when_it_changes() throws IOException {
        try (WebHost host = new WebHost()) {
            WebBrowser browser = host.browser();
            Matcher loaded = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+|/brand.css[^\"]+)\"")
                    .matcher(browser.get("/sign-in").html());

            assertThat(loaded.results().map(address -> browser.get(address.group(1))))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(file ->
                            assertThat(file.header("Cache-Control").orElse("")).contains("immutable"));
            assertThat(browser.get("/brand.css").header("Cache-Control")).contains("no-cache");
        }
    }
}

package org.clientportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.core.Actor;
import org.clientportal.core.Actors;
import org.clientportal.core.client.CreateClient;
import org.clientportal.core.contact.Terms;
import org.clientportal.model.client.Client;
import org.clientportal.model.client.EntityType;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.contact.EmailAddress;
import org.clientportal.model.contact.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the portal says no to, in words that help, and without telling what is not the reader's business. */
class RefusalsJourney {
    private static final String OLIVIA = "olivia@harborfinch.example";
    private static final String DANA = "dana@reyesflowers.example";
    private static final Paper FOREIGN = Paper.of("Somebody else.png");

    @TempDir
    Path data;

    private final Album album = new Album("refusals", Screen.PHONE);
    private LiveHost host;
    private Chromium chromium;
    private Client client;
    private String sent;
    private String foreign;

    @BeforeEach
    void open() {
        host = LiveHost.withAdmin(data, "Olivia Finch", OLIVIA);
        Actor firm = Actors.system(host.practice().id());
        client = host.portal().clients().create(firm, CreateClient.of("Reyes Flowers LLC", EntityType.COMPANY));
        Contact.Profile dana = Contact.Profile.of("Dana Reyes", Optional.of(new EmailAddress(DANA)));
        Contact contact =
                host.portal().contacts().addToClient(firm, client.id(), dana, Terms.of(Permission.CLIENT_ADMIN));
        host.auth().links().send(firm, contact.id());
        sent = host.linkFor(DANA);
        foreign = host.file(firm, "Other Flowers LLC", FOREIGN);
        chromium = new Chromium();
    }

    @AfterEach
    void close() {
        chromium.close();
        host.close();
    }

    @Test
    @Tag("rule:SI-4")
    void a_link_works_once_for_whom_it_was_sent_to_and_says_so_afterwards() {
        host.serve();
        try (Visitor dana = visitor()) {
            dana.opens(sent);
            dana.types("Email address", "dina@reyesflowers.example");
            dana.presses("Log in to Portal");
            assertThat(dana.page().getByLabel("Email address")).hasValue("dina@reyesflowers.example");
            dana.sees("This link was not sent to that email address.");
            dana.looks("wrong-address");

            dana.types("Email address", DANA);
            dana.presses("Log in to Portal");
            dana.seesHeading("Hello, Dana Reyes");
        }
        try (Visitor another = visitor()) {
            another.opens(sent);
            another.seesHeading("This link was used already");
            another.looks("used-link");
            another.follows("Ask for a new link");
            another.seesHeading("Sign in");
        }
    }

    @Test
    @Tag("rule:SI-4")
    void a_link_of_another_time_or_of_nobody_offers_a_new_one() {
        String late = host.linkAskedFor(DANA, Duration.ofMinutes(11));
        host.serve();
        try (Visitor dana = visitor()) {
            dana.opens(late);
            dana.seesHeading("This link’s time is over");
            dana.looks("expired-link");
            dana.opens("/in/" + UUID.randomUUID());
            dana.seesHeading("We do not know this link");
            dana.looks("unknown-link");
        }
    }

    @Test
    @Tag("rule:PM-9")
    void what_belongs_to_others_looks_like_what_does_not_exist() {
        host.serve();
        try (Visitor dana = visitor()) {
            dana.opens(sent);
            dana.types("Email address", DANA);
            dana.presses("Log in to Portal");
            dana.seesHeading("Hello, Dana Reyes");

            assertThat(dana.opens("/files/" + foreign)).isEqualTo(404);
            dana.looks("foreign-file");
            String seen = dana.page().locator("body").innerText();
            assertThat(seen).contains("There is nothing here").doesNotContain(FOREIGN.name());
            assertThat(dana.opens("/files/" + UUID.randomUUID())).isEqualTo(404);
            assertThat(dana.page().locator("body").innerText()).isEqualTo(seen);
            assertThat(dana.opens("/files/" + foreign + "/download")).isEqualTo(404);
            assertThat(dana.page().locator("body").innerText()).isEqualTo(seen);
        }
    }

    @Test
    void what_staff_typed_stays_where_it_was_refused() {
        host.serve();
        try (Visitor olivia = visitor()) {
            new SignIn(olivia).byMail("/practice/clients/" + client.id() + "/add-contact", OLIVIA);
            olivia.types("Name", "Sam Reyes");
            olivia.types("Email", "sam@reyes flowers");
            olivia.types("Phone", "+12125550100");
            olivia.page().locator("input[name=permission][value=TAX]").check();
            olivia.page().locator("form.form").evaluate("form => { form.noValidate = true; }");
            olivia.presses("Add contact");

            olivia.sees("Enter an email address such as name@example.com.");
            assertThat(olivia.page().getByLabel("Name")).hasValue("Sam Reyes");
            assertThat(olivia.page().getByLabel("Email")).hasValue("sam@reyes flowers");
            assertThat(olivia.page().getByLabel("Email")).hasAttribute("aria-invalid", "true");
            assertThat(olivia.page().getByLabel("Phone")).hasValue("+12125550100");
            assertThat(olivia.page().locator("input[name=permission][value=TAX]"))
                    .isChecked();
            olivia.looks("malformed-email");
        }
    }

    private Visitor visitor() {
        return new Visitor(chromium.browser(), host.origin(), Screen.PHONE, album);
    }
}

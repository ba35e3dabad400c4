package org.clientportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsCheckedOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.Locale;

/** Somebody of the staff at work for one client. */
final class Bookkeeper {
    private final Visitor visitor;
    private String client = "";

    Bookkeeper(Visitor visitor) {
        this.visitor = visitor;
    }

    Visitor visitor() {
        return visitor;
    }

    void signsIn(String email) {
        new SignIn(visitor).byMail("/practice", email);
        visitor.seesHeading("Clients");
        visitor.looks("practice");
    }

    void createsClient(String name) {
        visitor.follows("New client");
        visitor.looks("new-client");
        visitor.types("Name", name);
        visitor.presses("Create client");
        visitor.seesHeading(name);
        client = visitor.path().replace("/contacts", "");
        visitor.looks("client-without-contacts");
    }

    /** Adds a contact who may nothing yet. */
    void addsContact(String name, String email) {
        visitor.opens(client + "/contacts");
        visitor.follows("Add contact");
        visitor.types("Name", name);
        visitor.types("Email", email);
        visitor.page().locator("input[name=invite]").uncheck();
        visitor.looks("add-contact");
        visitor.presses("Add contact");
        visitor.sees(name + " is added.");
        visitor.looks("contact-added");
    }

    /** Ticks, or clears, one permission on the Contacts tab. */
    void sets(String permission, String contact, boolean granted) {
        visitor.opens(client + "/contacts");
        Locator tick = visitor.page().getByLabel(permission + " for " + contact);
        visitor.sends(() -> {
            tick.setChecked(granted);
            if (!visitor.hasScripts()) {
                visitor.presses("Save " + contact);
            }
        });
        assertThat(tick).isChecked(new IsCheckedOptions().setChecked(granted));
        visitor.looks((granted ? "grants-" : "takes-") + permission.toLowerCase(Locale.ROOT));
        visitor.reloads();
        assertThat(tick.isChecked()).isEqualTo(granted);
    }

    void adds(Paper paper, String folder, boolean visible) {
        visitor.opens(client + "/documents");
        visitor.page().getByLabel("Into folder").selectOption(folder);
        visitor.page().locator(".drop-form input[name=visible]").setChecked(visible);
        visitor.adds(paper);
        assertThat(visitor.row(paper.name())).containsText(folder);
        assertThat(visitor.row(paper.name())).containsText(visible ? "Visible" : "Hidden");
    }

    void invites(String contact) {
        visitor.opens(client + "/contacts");
        visitor.follows("Invite");
        visitor.page().getByLabel("Invite " + contact).check();
        visitor.looks("invite");
        visitor.presses("Send invitations");
        visitor.sees("The invitation is on the way.");
        visitor.looks("invited");
    }

    void opensDocuments() {
        visitor.opens(client + "/documents");
    }

    /** Who is said to have added a file. */
    void seesAuthor(Paper paper, String author) {
        opensDocuments();
        assertThat(visitor.row(paper.name())).containsText(author);
    }

    void opens(Paper paper) {
        opensDocuments();
        visitor.row(paper.name())
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(paper.name()))
                .first()
                .click();
        visitor.seesHeading(paper.name());
        visitor.seesPicture();
        visitor.looks("document");
        visitor.follows("Who can see this?");
        visitor.looks("who-can-see-it");
    }

    void findsInTrash(Paper paper) {
        visitor.opens(client + "/trash");
        visitor.sees(paper.name());
        visitor.looks("trash");
    }

    void deletesContact(String name) {
        visitor.opens(client + "/contacts");
        visitor.menu("Actions for " + name).getByText("Delete contact").click();
        visitor.looksAtQuestion("delete-contact");
        visitor.confirms("Delete contact");
        visitor.sees(name + " is no longer a contact of this client.");
        visitor.looks("contact-deleted");
    }
}

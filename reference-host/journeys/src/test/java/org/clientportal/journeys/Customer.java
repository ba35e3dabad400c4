package org.clientportal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.Stream;

/** One of a client's people, in the portal. */
final class Customer {
    private static final String FILES = "/files";

    private final Visitor visitor;

    Customer(Visitor visitor) {
        this.visitor = visitor;
    }

    Visitor visitor() {
        return visitor;
    }

    /** Opens the invitation from the mail and is in, with nothing but her address. */
    void acceptsInvitation(String email) {
        SignIn signIn = new SignIn(visitor);
        signIn.opensMail("invites you to its client portal");
        signIn.follows("Create Account");
        visitor.looks("invitation");
        visitor.types("Email address", email);
        visitor.presses("Create account");
        visitor.seesHeading("Hello, Dana Reyes");
        visitor.looks("home");
    }

    /** The list holds these files and no other. */
    void findsOnly(Paper... papers) {
        visitor.opens(FILES);
        assertThat(visitor.page().locator("#rows td.lead a").allTextContents())
                .containsExactlyInAnyOrder(Stream.of(papers).map(Paper::name).toArray(String[]::new));
    }

    void findsNew(Paper paper, boolean fresh) {
        visitor.opens(FILES);
        assertThat(visitor.row(paper.name()).getByText("New", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(fresh ? 1 : 0);
    }

    /** Opens a file's page, where it is shown; tells the path. */
    String previews(Paper paper) {
        clicks(paper);
        visitor.seesHeading(paper.name());
        visitor.seesPicture();
        visitor.looks("preview");
        return visitor.path();
    }

    /** Clicks a file in the list as it stands there. */
    void clicks(Paper paper) {
        visitor.row(paper.name())
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(paper.name()).setExact(true))
                .first()
                .click();
    }

    void downloads(Paper paper) {
        visitor.opens(FILES);
        Locator menu = visitor.menu("Actions for " + paper.name());
        visitor.looks("menu-of-a-file");
        assertThat(visitor.downloads(menu.getByText("Download"))).isEqualTo(paper.bytes());
    }

    void uploads(Paper paper) {
        visitor.opens(FILES);
        visitor.adds(paper);
        assertThat(visitor.row(paper.name())).containsText("You can delete this for");
    }

    void deletes(Paper paper) {
        visitor.opens(FILES);
        visitor.menu("Actions for " + paper.name()).getByText("Delete").click();
        visitor.looksAtQuestion("delete-file");
        visitor.confirms("Delete");
        visitor.sees(paper.name() + " is deleted.");
        assertThat(visitor.row(paper.name())).hasCount(0);
        visitor.looks("file-deleted");
    }
}

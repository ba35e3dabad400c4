package org.clientportal.journeys;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Getting in, as everybody does it: by a link in a mail, on either side. */
final class SignIn {
    private static final String MAILBOX = "/dev/mailbox";

    private final Visitor visitor;

    SignIn(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Asks for a link on a page that wants one signed in, and opens it from the mail, in the same browser. */
    void byMail(String page, String email) {
        visitor.opens(page);
        visitor.looks("sign-in");
        visitor.types("Email address", email);
        visitor.presses("Email me a link");
        visitor.seesHeading("Check your mail");
        visitor.looks("check-your-mail");
        opensMail("Sign in to");
        follows("Log in to Portal");
        visitor.looks("link");
        visitor.presses("Log in to Portal");
    }

    /** Opens the newest mail whose subject starts so. */
    void opensMail(String subject) {
        visitor.opens(MAILBOX);
        Locator mail = visitor.page()
                .locator("main a.strong")
                .filter(new Locator.FilterOptions().setHasText(subject))
                .first();
        visitor.page().waitForCondition(() -> {
            if (mail.count() == 0) {
                visitor.reloads();
            }
            return mail.count() > 0;
        });
        visitor.looks("mailbox");
        mail.click();
        visitor.looks("mail");
    }

    /** Follows a link of the mail that is open. */
    void follows(String link) {
        FrameLocator letter = visitor.page().frameLocator("iframe.letter");
        letter.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(link))
                .click();
    }
}

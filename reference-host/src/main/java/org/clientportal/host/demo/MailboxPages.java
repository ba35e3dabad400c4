package org.clientportal.host.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.clientportal.core.error.Refusals;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Route;
import org.clientportal.host.mail.Mailbox;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.view.PageFrame;

/** The mails of a demo, on a page: nobody needs a mail server to try the portal. Never served otherwise. */
public final class MailboxPages {
    private static final String LIST = "/dev/mailbox";
    private static final String ONE = LIST + "/{name}";
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
            + " allow-top-navigation-by-user-activation; frame-ancestors 'self'";

    private final Pages pages;
    private final Mailbox mailbox;

    public MailboxPages(Pages pages, Mailbox mailbox) {
        this.pages = pages;
        this.mailbox = mailbox;
    }

    /** The routes of the mailbox. */
    public List<Route> routes() {
        return List.of(
                Route.get(LIST, Audience.PUBLIC, "dev.mailbox", this::list),
                Route.get(ONE, Audience.PUBLIC, "dev.mail", this::show),
                Route.get(ONE + "/letter", Audience.PUBLIC, "dev.mail.letter", this::letter));
    }

    private Answer list(Exchange exchange) {
        PageFrame frame = pages.frame(exchange);
        return pages.bare(frame, "dev/mailbox.jte", Map.of("mails", mailbox.newest()));
    }

    private Answer show(Exchange exchange) {
        PageFrame frame = pages.frame(exchange);
        return pages.bare(frame, "dev/mail.jte", Map.of("mail", mail(exchange)))
                .header("Content-Security-Policy", framing());
    }

    /** The letter itself, shown in a frame: its styles are its own. */
    private Answer letter(Exchange exchange) {
        return Answer.html(mail(exchange)
                        .html()
                        .replace("<head>", "<head><base target=\"_top\">")
                        .getBytes(StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Opener-Policy", "unsafe-none")
                .header("X-Frame-Options", "SAMEORIGIN");
    }

    private Mailbox.Item mail(Exchange exchange) {
        return mailbox.find(exchange.path("name", name -> name)).orElseThrow(Refusals::notFound);
    }

    private static String framing() {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                + " manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}

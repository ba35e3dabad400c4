package org.clientportal.host.web.page;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.web.view.PageFrame;
import org.clientportal.host.web.view.PracticeBrand;
import org.clientportal.host.web.view.Texts;
import org.clientportal.host.web.view.Times;
import org.clientportal.model.contact.Contact;
import org.clientportal.model.practice.Practice;

/** Makes the frame of a page from its request. Thread-safe. */
public final class PageFrames {
    /** The languages of the catalogue. */
    private static final List<String> SPOKEN = List.of("en", "es");

    private final PageAssets assets;
    private final Clock clock;

    public PageFrames(PageAssets assets, Clock clock) {
        this.assets = assets;
        this.clock = clock;
    }

    /** What every page needs; the flash is shown once, so ask once a page. */
    public PageFrame of(Exchange exchange) {
        Practice practice = exchange.practice();
        return new PageFrame(
                new PracticeBrand(practice.name(), Optional.empty()),
                assets.of(practice),
                times(exchange),
                exchange.csrf(),
                exchange.flash().filter(text -> !Said.isAside(text)).map(Said::read));
    }

    /** The reader's words and times, in the practice's zone. */
    public Times times(Exchange exchange) {
        return new Times(
                Texts.in(language(exchange)),
                exchange.practice().zone(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** The contact's own language, else the practice's (CC-9); of a stranger the browser's, where we speak it. */
    private static Locale language(Exchange exchange) {
        Locale own = exchange.practice().locale();
        if (exchange.path().startsWith("/practice/") || exchange.path().equals("/practice")) {
            return own;
        }
        if (exchange.contactSession().isPresent()) {
            Contact contact = exchange.contactSession().get().contact();
            return contact.profile().flatMap(Contact.Profile::locale).orElse(own);
        }
        return exchange.languages().stream()
                .filter(wished -> SPOKEN.contains(wished.getLanguage()))
                .findFirst()
                .filter(wished -> !wished.getLanguage().equals(own.getLanguage()))
                .orElse(own);
    }
}

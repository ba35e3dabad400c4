package org.clientportal.host.web.practice;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clientportal.auth.PortalAuth;
import org.clientportal.core.Portal;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.PostedForm;
import org.clientportal.host.preview.Previews;
import org.clientportal.host.web.page.Pages;
import org.clientportal.host.web.page.Refused;
import org.clientportal.host.web.page.Said;
import org.clientportal.host.web.page.Shells;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Form;
import org.clientportal.host.web.view.Texts;
import org.clientportal.host.web.view.Tone;
import org.clientportal.model.InvalidValue;

/** What all pages of the practice side are made with. Thread-safe. */
final class Desk {
    private static final int REFUSED = 422;

    private final Portal portal;
    private final PortalAuth auth;
    private final Pages pages;
    private final Shells shells;
    private final Previews previews;

    /** @param shells of the practice side */
    Desk(Portal portal, PortalAuth auth, Pages pages, Shells shells, Previews previews) {
        this.portal = portal;
        this.auth = auth;
        this.pages = pages;
        this.shells = shells;
        this.previews = previews;
    }

    Portal portal() {
        return portal;
    }

    PortalAuth auth() {
        return auth;
    }

    Previews previews() {
        return previews;
    }

    /** This instant, as the portal's records have it. */
    Instant now() {
        return portal.units().now();
    }

    Texts words(Exchange exchange) {
        return pages.words(exchange);
    }

    /** A page by its template's name; the template's parameter {@code page} is given. */
    Answer page(Exchange exchange, String template, Object page) {
        return pages.shown(shells.of(exchange), "practice/" + template + ".jte", Map.of("page", page));
    }

    /** A page that asks before it does something. */
    Answer ask(Exchange exchange, Question question) {
        return page(exchange, "question", question);
    }

    /** Goes on to a page that says what was done; a part of a page shows it by itself. */
    Answer done(Exchange exchange, String to, String key, Object... arguments) {
        Answer answer = Answer.seeOther(to);
        return exchange.isPartial()
                ? answer
                : answer.flash(Said.good(words(exchange).get(key, arguments)));
    }

    /** The same with a button that takes it back. */
    Answer undoable(Exchange exchange, String to, String undo, String key, Object... arguments) {
        Texts t = words(exchange);
        Flash.Undo button = new Flash.Undo(t.get("undo"), undo);
        return Answer.seeOther(to).flash(Said.flash(new Flash(Tone.GOOD, t.get(key, arguments), Optional.of(button))));
    }

    /** Does what a form asks for; refused, the form is shown again with what was typed and what is wrong with it. */
    Answer posted(Exchange exchange, PostedForm posted, Supplier<Answer> step, Function<Form, Answer> again) {
        try {
            return step.get();
        } catch (PortalException | InvalidValue refused) {
            Form form = form(exchange, posted, fixable(refused));
            // What replaces a part of a page must come as a success to be shown.
            return again.apply(form).status(exchange.isPartial() ? 200 : REFUSED);
        }
    }

    /** Does what a button asks for; refused, the page it stood on says why. */
    Answer pressed(Exchange exchange, String back, Supplier<Answer> step) {
        try {
            return step.get();
        } catch (PortalException | InvalidValue refused) {
            String why = Refused.words(words(exchange), fixable(refused));
            return Answer.seeOther(back).flash(Said.flash(new Flash(Tone.BAD, why, Optional.empty())));
        }
    }

    /** What was typed, what is wrong, and what else the refusal tells, such as whose email it is (CC-6). */
    private Form form(Exchange exchange, PostedForm posted, RuntimeException refused) {
        Map<String, String> values = new HashMap<>();
        if (refused instanceof PortalException portal) {
            values.putAll(portal.details());
        }
        values.putAll(posted.typed());
        return Refused.form(words(exchange), values, refused);
    }

    /** What whoever filled in the form can do something about; the rest has a page of its own. */
    private static RuntimeException fixable(RuntimeException refused) {
        if (refused instanceof PortalException.NotFound || refused instanceof PortalException.Unauthenticated) {
            throw refused;
        }
        return refused;
    }
}

package org.clientportal.host.web.page;

import java.util.Map;
import java.util.Optional;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Fault;
import org.clientportal.host.http.FaultPages;
import org.clientportal.host.web.view.PageFrame;
import org.clientportal.host.web.view.Texts;

/**
 * Tells what went wrong, and what to do. What one may not see is told exactly like what does not exist (PM-9); only a
 * failure of ours quotes the request's id.
 */
public final class PortalFaultPages implements FaultPages {
    private final Pages pages;

    public PortalFaultPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public Answer page(Exchange exchange, Fault fault) {
        PageFrame frame = pages.frame(exchange);
        Texts t = frame.t();
        String kind = fault.isOurs() ? "ours" : fault.status() == 404 ? "missing" : "refused";
        Map<String, Object> page = Map.of(
                "title",
                t.get("fault." + kind + ".title"),
                "words",
                words(t, fault),
                "home",
                exchange.path().startsWith("/practice") ? "/practice" : "/",
                "quote",
                fault.isOurs() ? Optional.of(exchange.requestId()) : Optional.empty());
        return pages.bare(frame, "page/fault.jte", page);
    }

    @Override
    public String words(Exchange exchange, Fault fault) {
        return words(pages.words(exchange), fault);
    }

    private static String words(Texts t, Fault fault) {
        return fault.status() == 404
                ? t.get("fault.missing.text")
                : Refused.words(t, fault.code(), fault.details())
                        .orElse(fault.isOurs() ? t.get("fault.ours.text") : fault.words());
    }
}

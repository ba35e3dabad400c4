package org.clientportal.host.web.page;

import java.util.HashMap;
import java.util.Map;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Templates;
import org.clientportal.host.web.view.PageFrame;
import org.clientportal.host.web.view.Shell;
import org.clientportal.host.web.view.Texts;

/** Draws pages. Thread-safe. */
public final class Pages {
    private final Templates templates;
    private final PageFrames frames;

    public Pages(Templates templates, PageFrames frames) {
        this.templates = templates;
        this.frames = frames;
    }

    /** What every page needs, for whoever asks. */
    public PageFrame frame(Exchange exchange) {
        return frames.of(exchange);
    }

    /** The reader's words. */
    public Texts words(Exchange exchange) {
        return frames.times(exchange).t();
    }

    /** A page within a side's shell; the template's parameter {@code shell} is given. */
    public Answer shown(Shell shell, String template, Map<String, Object> parameters) {
        return drawn(template, "shell", shell, parameters);
    }

    /** A page without a signed-in person; the template's parameter {@code frame} is given. */
    public Answer bare(Exchange exchange, String template, Map<String, Object> parameters) {
        return bare(frame(exchange), template, parameters);
    }

    /** The same, in a frame that was made before. */
    public Answer bare(PageFrame frame, String template, Map<String, Object> parameters) {
        return drawn(template, "frame", frame, parameters);
    }

    private Answer drawn(String template, String name, Object value, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put(name, value);
        return templates.page(template, all);
    }
}

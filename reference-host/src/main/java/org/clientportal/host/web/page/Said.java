package org.clientportal.host.web.page;

import java.util.List;
import java.util.Optional;
import org.clientportal.host.web.view.Flash;
import org.clientportal.host.web.view.Tone;

/** Carries a {@link Flash} to the next page as the text of {@link org.clientportal.host.http.Answer#flash}. */
public final class Said {
    private static final String SEPARATOR = "\n";
    private static final String ASIDE = "aside" + SEPARATOR;

    private Said() {}

    /** The text for the answer. */
    public static String flash(Flash flash) {
        String said = flash.tone() + SEPARATOR + line(flash.text());
        return flash.undo()
                .map(undo -> said + SEPARATOR + line(undo.label()) + SEPARATOR + line(undo.action()))
                .orElse(said);
    }

    /** The text for an answer that went well. */
    public static String good(String text) {
        return flash(Flash.good(text));
    }

    /** The text for an answer that hands something on to the next page alone, to be read by {@link #aside(String)}. */
    public static String toNextPage(String text) {
        return ASIDE + line(text);
    }

    /** What the page before handed on, if it did. */
    public static Optional<String> aside(String flash) {
        return Optional.of(flash).filter(Said::isAside).map(text -> text.substring(ASIDE.length()));
    }

    static boolean isAside(String flash) {
        return flash.startsWith(ASIDE);
    }

    static Flash read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2) {
            return Flash.good(text);
        }
        Optional<Flash.Undo> undo =
                lines.size() < 4 ? Optional.empty() : Optional.of(new Flash.Undo(lines.get(2), lines.get(3)));
        return new Flash(Tone.valueOf(lines.get(0)), lines.get(1), undo);
    }

    private static String line(String text) {
        return text.replaceAll("\\R", " ");
    }
}

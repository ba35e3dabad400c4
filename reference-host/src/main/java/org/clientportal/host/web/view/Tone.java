package org.clientportal.host.web.view;

import java.util.Locale;

/** What a badge, notice or flash means; never told by colour alone, its words or icon say it too. */
public enum Tone {
    NEUTRAL(Icon.INFO),
    ACCENT(Icon.INFO),
    GOOD(Icon.CHECK),
    WARN(Icon.ALERT),
    BAD(Icon.ALERT);

    private final Icon icon;

    Tone(Icon icon) {
        this.icon = icon;
    }

    /** The icon that stands before a text of this tone. */
    public Icon icon() {
        return icon;
    }

    /** The class in {@code portal.css}. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}

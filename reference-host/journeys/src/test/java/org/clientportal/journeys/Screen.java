package org.clientportal.journeys;

import com.microsoft.playwright.options.ColorScheme;

/** What a visitor looks through: a size in CSS pixels, and a browser that runs scripts or does not, in light or dark. */
record Screen(int width, int height, boolean scripts, ColorScheme scheme) {
    static final Screen PHONE = new Screen(390, 844, true, ColorScheme.LIGHT);
    static final Screen DESKTOP = new Screen(1440, 900, true, ColorScheme.LIGHT);

    /** The same screen at 200 %: half as many CSS pixels. */
    Screen zoomed() {
        return new Screen(width / 2, height / 2, scripts, scheme);
    }

    Screen withoutScripts() {
        return new Screen(width, height, false, scheme);
    }

    Screen inTheDark() {
        return new Screen(width, height, scripts, ColorScheme.DARK);
    }

    /** Such as {@code 390x844-without-scripts}. */
    @Override
    public String toString() {
        return width + "x" + height + (scripts ? "" : "-without-scripts") + (scheme == ColorScheme.DARK ? "-dark" : "");
    }
}

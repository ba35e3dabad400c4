package org.clientportal.journeys;

/** What a visitor looks through: a size in CSS pixels, and a browser that runs scripts or does not. */
record Screen(int width, int height, boolean scripts) {
    static final Screen PHONE = new Screen(390, 844, true);
    static final Screen DESKTOP = new Screen(1440, 900, true);

    Screen withoutScripts() {
        return new Screen(width, height, false);
    }

    /** Such as {@code 390x844-without-scripts}. */
    @Override
    public String toString() {
        return width + "x" + height + (scripts ? "" : "-without-scripts");
    }
}

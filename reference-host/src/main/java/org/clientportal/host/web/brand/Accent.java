package org.clientportal.host.web.brand;

/**
 * The four accent tokens of {@code portal.css} in both colour schemes, made from the one colour of a practice. The
 * colour is kept where it can be read and moved towards black or white where it cannot, so that every practice's
 * pages keep the contrast of WCAG 2.2 AA: 4.5 for words, 3 for the shape of a button.
 *
 * @param light for a light page
 * @param dark for a dark page
 */
public record Accent(Tokens light, Tokens dark) {
    private static final double WORDS = 4.5;
    private static final double SHAPES = 3;

    /**
     * The tokens of one scheme, each written {@code #rrggbb}.
     *
     * @param accent fills the primary button
     * @param onAccent words on that
     * @param accentText links, and whatever else is drawn in the accent on the page
     * @param accentSoft a quiet ground, which {@code accentText} can be read on too
     */
    public record Tokens(String accent, String onAccent, String accentText, String accentSoft) {
        private String css() {
            return ":root{--accent:" + accent + ";--on-accent:" + onAccent + ";--accent-text:" + accentText
                    + ";--accent-soft:" + accentSoft + "}";
        }
    }

    /**
     * The tokens for a colour.
     *
     * @param colour written {@code #rrggbb}
     * @throws IllegalArgumentException if it is not
     */
    public static Accent of(String colour) {
        Rgb brand = Rgb.parse(colour);
        return new Accent(
                tokens(brand, Rgb.parse("#ffffff"), Rgb.parse("#f2f2ef"), Rgb.BLACK, 0.09),
                tokens(brand, Rgb.parse("#17171a"), Rgb.parse("#222226"), Rgb.WHITE, 0.2));
    }

    /** The stylesheet {@code /brand.css}. */
    public String css() {
        return light.css() + "\n@media screen and (prefers-color-scheme:dark){" + dark.css() + "}\n";
    }

    private static Tokens tokens(Rgb brand, Rgb surface, Rgb sunken, Rgb towards, double softness) {
        Rgb fill = readable(brand, towards, SHAPES, surface, sunken);
        Rgb soft = surface.mix(fill, softness);
        Rgb text = readable(fill, towards, WORDS, surface, sunken, soft);
        // One of the two always reaches 4.58.
        Rgb on = fill.contrast(Rgb.WHITE) >= WORDS ? Rgb.WHITE : Rgb.BLACK;
        return new Tokens(fill.hex(), on.hex(), text.hex(), soft.hex());
    }

    private static Rgb readable(Rgb colour, Rgb towards, double least, Rgb... grounds) {
        Rgb candidate = colour;
        for (int percent = 0; percent <= 100; percent += 2) {
            candidate = colour.mix(towards, percent / 100.0);
            if (standsOut(candidate, least, grounds)) {
                return candidate;
            }
        }
        return candidate;
    }

    private static boolean standsOut(Rgb colour, double least, Rgb... grounds) {
        for (Rgb ground : grounds) {
            if (colour.contrast(ground) < least) {
                return false;
            }
        }
        return true;
    }
}

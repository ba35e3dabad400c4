package org.clientportal.host.web.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.clientportal.host.web.brand.Accent.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {
    @Test
    void aColourThatCanBeReadIsKept() {
        Tokens light = Accent.of("#1F6F54").light();

        assertThat(light.accent()).isEqualTo("#1f6f54");
        assertThat(light.accentText()).isEqualTo("#1f6f54");
        assertThat(light.onAccent()).isEqualTo("#ffffff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffffff", "#000000", "#ffe600", "#ff0000", "#808080", "#00ffff"})
    void everyColourBecomesReadableInBothSchemes(String colour) {
        assertReadable(Accent.of(colour), colour);
    }

    @Test
    void aThousandRandomColoursBecomeReadable() {
        Random random = new Random(20260314);
        for (int i = 0; i < 1000; i++) {
            String colour = String.format("#%06x", random.nextInt(0x1000000));
            assertReadable(Accent.of(colour), colour);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456;}", "123456"})
    void whatIsNoColourIsRefused(String text) {
        assertThatThrownBy(() -> Accent.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStylesheetSetsTheTokensForBothSchemes() {
        assertThat(Accent.of("#3b4fc4").css())
                .startsWith(":root{--accent:#3b4fc4;--on-accent:#ffffff;")
                .contains("@media screen and (prefers-color-scheme:dark){:root{--accent:#");
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Rgb.BLACK.contrast(Rgb.WHITE)).isEqualTo(21, within(0.001));
        assertThat(Rgb.parse("#767676").contrast(Rgb.WHITE)).isEqualTo(4.54, within(0.01));
    }

    private static void assertReadable(Accent accent, String colour) {
        assertReadable(accent.light(), Rgb.WHITE, colour + " light");
        assertReadable(accent.dark(), Rgb.parse("#17171a"), colour + " dark");
    }

    private static void assertReadable(Tokens tokens, Rgb surface, String name) {
        Rgb text = Rgb.parse(tokens.accentText());
        assertThat(Rgb.parse(tokens.accent()).contrast(Rgb.parse(tokens.onAccent())))
                .as("words on the button, %s", name)
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Rgb.parse(tokens.accent()).contrast(surface))
                .as("the button on the page, %s", name)
                .isGreaterThanOrEqualTo(3);
        assertThat(text.contrast(surface)).as("links, %s", name).isGreaterThanOrEqualTo(4.5);
        assertThat(text.contrast(Rgb.parse(tokens.accentSoft())))
                .as("words on the quiet ground, %s", name)
                .isGreaterThanOrEqualTo(4.5);
    }
}

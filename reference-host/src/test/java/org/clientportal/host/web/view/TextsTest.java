package org.clientportal.host.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, since it changes the machine's language for a moment. */
@Isolated
class TextsTest {
    private final Texts english = Texts.in(Locale.US);
    private final Texts spanish = Texts.in(new Locale("es"));

    @Test
    void everyEnglishTextHasASpanishOne() throws IOException {
        assertThat(catalogue("messages_es").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(catalogue("messages").stringPropertyNames());
    }

    @Test
    void noTextHoldsTheApostropheThatMessageFormatSwallows() throws IOException {
        assertThat(catalogue("messages").values())
                .noneMatch(text -> text.toString().contains("'"));
        assertThat(catalogue("messages_es").values())
                .noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void aLanguageWithoutACatalogueReadsEnglishWhateverTheMachineSpeaks() {
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("es"));
            assertThat(Texts.in(Locale.FRENCH).get("list.more")).isEqualTo("Load more");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void aKeyThatNoCatalogueHasIsRefused() {
        assertThatThrownBy(() -> english.get("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void numbersAreWordedInTheReadersLanguage() {
        assertThat(english.get("shell.waiting", 1)).isEqualTo("1 thing waits here");
        assertThat(spanish.get("shell.waiting", 1200)).isEqualTo("1.200 cosas esperan aquí");
    }

    @Test
    void sizesAreInMegabytes() {
        assertThat(english.size(0)).isEqualTo("under 0.1 MB");
        assertThat(english.size(99_999)).isEqualTo("under 0.1 MB");
        assertThat(english.size(100_000)).isEqualTo("0.1 MB");
        assertThat(english.size(2_440_000)).isEqualTo("2.4 MB");
        assertThat(english.size(48_400_000)).isEqualTo("48 MB");
        assertThat(english.size(5L << 30)).isEqualTo("5.4 GB");
        assertThat(spanish.size(2_440_000)).isEqualTo("2,4 MB");
    }

    private static Properties catalogue(String name) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream("/org/clientportal/host/" + name + ".properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }
}

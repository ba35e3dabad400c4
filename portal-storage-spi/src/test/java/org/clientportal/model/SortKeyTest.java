package org.clientportal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SortKeyTest {
    @ParameterizedTest
    @CsvSource({
        "\u00c9clair GmbH, eclair gmbh",
        "ACME, acme",
        "M\u00fcller & S\u00f6hne, muller & sohne",
        "\ufb01nance, finance",
        "\uff21\uff23\uff2d\uff25, acme",
        "\u0130stanbul, istanbul",
        "INFO, info"
    })
    void foldsCaseMarksAndWidth(String name, String key) {
        assertThat(SortKey.of(name)).isEqualTo(key);
    }

    @Test
    void foldsTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(SortKey.of("INVOICE")).isEqualTo("invoice");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aFoldedKeyFoldsToItself() {
        for (String name :
                List.of("\u0130stanbul", "\u1e9e", "\u03a3\u03a3", "\u00c5ngstr\u00f6m", "\u2126", "K\u0301")) {
            assertThat(SortKey.of(SortKey.of(name))).isEqualTo(SortKey.of(name));
        }
    }
}

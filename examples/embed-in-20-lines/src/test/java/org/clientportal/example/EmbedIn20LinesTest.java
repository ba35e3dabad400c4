package org.clientportal.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class EmbedIn20LinesTest {
    @Test
    void janeSeesTheBalanceSheetAndNoTaxFolder() {
        // given
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;

        // when
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            EmbedIn20Lines.main(new String[0]);
        } finally {
            System.setOut(console);
        }

        // then
        assertThat(printed.toString(UTF_8)).isEqualToIgnoringNewLines("Jane sees Balance sheet.txt");
    }
}

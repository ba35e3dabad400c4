package org.clientportal.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EmbedIn20LinesTest {
    @Test
    void readmesFirstCodeIsThisProgram() throws IOException {
        // given
        Path root = Path.of(System.getProperty("portal.root"));
        String readme = Files.readString(root.resolve("README.md"));
        String program = Files.readString(
                root.resolve("examples/embed-in-20-lines/src/main/java/org/clientportal/example/EmbedIn20Lines.java"));

        // when
        String shown =
                readme.substring(readme.indexOf("```java") + 7, readme.indexOf("```", readme.indexOf("```java") + 7));

        // then
        assertThat(program.replaceAll("(?m)^ +", "")).contains(shown.strip().replaceAll("(?m)^ +", ""));
    }

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

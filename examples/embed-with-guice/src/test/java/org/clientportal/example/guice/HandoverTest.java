package org.clientportal.example.guice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandoverTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("the program hands a report over, and run again it adds to the same client")
    void runTwice() {
        assertThat(run()).contains("Files: [Report.txt]", "Happened: client_created", "Happened: document_uploaded");
        assertThat(run())
                .contains("Files: [Report.txt, Report.txt]", "Happened: document_uploaded")
                .doesNotContain("Happened: client_created");
    }

    private List<String> run() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Handover.run(folder, new PrintStream(printed, true, UTF_8));
        return printed.toString(UTF_8).lines().toList();
    }
}

package org.clientportal.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofsFileTest {
    @TempDir
    private Path folder;

    @Test
    void aRuleNamesItsProofsAndOneWithoutAnyIsNotBuiltYet() throws IOException {
        // when
        replace("core", Map.of("PR-1", methods("B#b", "A#a")));

        // then
        assertThat(text())
                .contains("| PR-1 | Practices share a portal and nothing else | proved | *core*: A#a, B#b |")
                .contains("| CC-12 | Merging two contacts | not built yet |  |");
    }

    @Test
    void whatIsMissingOfARuleStandsWithIt() throws IOException {
        // when
        replace("core", Map.of("DO-6", methods("A#a")));

        // then
        assertThat(text()).contains("| *partly*: without resuming | *core*: A#a |");
    }

    @Test
    void promisesHaveADocumentOfTheirOwn() throws IOException {
        // when
        new ProofsFile(folder.resolve("docs"), Subject.PROMISES).replace("core", Map.of("P13", methods("A#a")));

        // then
        assertThat(Files.readString(folder.resolve("docs/promises.md")))
                .contains("(`@Tag(\"promise:P13\")`)")
                .contains("| P13 | Another practice's or client's id is like none | proved | *core*: A#a |")
                .contains("| P9 | Passwords | not built yet |  |");
    }

    @Test
    void aModuleReplacesItsOwnProofsAndKeepsTheOthers() throws IOException {
        // given
        replace("core", Map.of("PR-1", methods("A#a"), "PR-2", methods("A#b")));
        replace("host", Map.of("PR-1", methods("H#h")));

        // when
        replace("core", Map.of("PR-1", methods("A#new"), "PR-3", methods("A#c")));

        // then
        assertThat(text())
                .contains("| *core*: A#new<br>*host*: H#h |")
                .contains("*core*: A#c")
                .doesNotContain("A#a", "A#b");
    }

    @Test
    void theSameProofsGiveTheSameText() throws IOException {
        // given
        replace("host", Map.of("PR-1", methods("H#h")));
        replace("core", Map.of("PR-1", methods("A#a", "B#b")));
        String before = text();

        // when
        replace("host", Map.of("PR-1", methods("H#h")));

        // then
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void aMistypedIdIsSeen() throws IOException {
        // when
        replace("core", Map.of("XX-9", methods("A#a")));

        // then
        assertThat(text()).contains("**XX-9** is named by a test and is no rule");
    }

    private void replace(String module, Map<String, SortedSet<String>> proofs) throws IOException {
        new ProofsFile(folder.resolve("docs"), Subject.RULES).replace(module, proofs);
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("docs/rules.md"));
    }

    private static SortedSet<String> methods(String... names) {
        return new TreeSet<>(List.of(names));
    }
}

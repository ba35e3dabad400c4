package org.clientportal.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The lists of guards that are taken out once to see tests go red: {@code .ci/guards} does that, this keeps them whole. */
class GuardsTest {
    @Test
    void everyListedGuardAndEveryTestOfItIsStillThere() throws IOException, InterruptedException {
        // given
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder check = new ProcessBuilder(java, ".ci/guards.d/Guards.java", "--check")
                .directory(Path.of(System.getProperty("portal.root")).toFile())
                .redirectErrorStream(true);

        // when
        Process checked = check.start();
        String said = new String(checked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // then
        assertThat(checked.waitFor()).as(said).isZero();
    }
}

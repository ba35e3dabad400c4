package org.clientportal.proofs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Hears every test of a module and, when the whole module has run, puts what they prove into the documents. Only with the
 * system property {@code portal.rules.write}, and never for a selection of tests, so that no proof is lost by not running.
 */
public final class ProofsListener implements TestExecutionListener {
    private final Proofs proofs = new Proofs();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        proofs.finished(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        proofs.finished(test, false);
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (!Boolean.getBoolean("portal.rules.write") || System.getProperty("test") != null) {
            return;
        }
        Path root = Path.of(System.getProperty("portal.root", ""));
        Path module = root.relativize(Path.of(System.getProperty("basedir", "")));
        try {
            for (Subject subject : Subject.values()) {
                new ProofsFile(root.resolve("docs"), subject)
                        .replace(module.toString().replace('\\', '/'), proofs.of(subject));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

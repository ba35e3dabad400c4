package org.clientportal.host.web.view;

import java.util.Optional;

/**
 * What the last step has to say, shown once at the top of the next page (as a toast where scripts run).
 *
 * @param tone how it went
 * @param text one sentence
 * @param undo how to take it back, where that is possible
 */
public record Flash(Tone tone, String text, Optional<Undo> undo) {

    /** A step that went well and cannot be taken back. */
    public static Flash good(String text) {
        return new Flash(Tone.GOOD, text, Optional.empty());
    }

    /**
     * A button that takes the step back.
     *
     * @param label its words
     * @param action where its form posts to
     */
    public record Undo(String label, String action) {}
}

package org.clientportal.host.web.practice;

import java.util.List;
import java.util.Optional;
import org.clientportal.host.web.view.Form;

/**
 * A step that says what it will do before it does it, and how to undo it after (DE-8).
 *
 * @param effects what it will do, a sentence each
 * @param undo how it can be taken back; empty text if there is nothing to say
 * @param action where its form posts to
 * @param back where it was asked
 * @param reason present where a reason must be given: what was typed
 */
public record Question(
        String title,
        String text,
        List<String> effects,
        String undo,
        String action,
        String button,
        String back,
        boolean danger,
        Optional<Form> reason) {

    /** A dangerous step. */
    static Question danger(String title, String text, String action, String button, String back) {
        return new Question(title, text, List.of(), "", action, button, back, true, Optional.empty());
    }

    /** A step for which a reason must be given. */
    static Question why(String title, String text, String action, String button, String back, Form typed) {
        return new Question(title, text, List.of(), "", action, button, back, false, Optional.of(typed));
    }

    /** This question with what the step will do. */
    Question effects(List<String> sentences) {
        return new Question(title, text, List.copyOf(sentences), undo, action, button, back, danger, reason);
    }

    /** This question with how to take the step back. */
    Question undo(String sentence) {
        return new Question(title, text, effects, sentence, action, button, back, danger, reason);
    }
}

package org.clientportal.host.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.host.web.brand.Accent;

/**
 * A mail's words, before they become text and HTML alike.
 *
 * @param language the reader's, as a language tag
 * @param title the first line
 * @param paragraphs what it says before the button
 * @param button the words on the button
 * @param link where the button leads
 * @param code what can be typed instead
 * @param small what it says below, in small print
 * @param accent the practice's colour
 */
public record Letter(
        String practice,
        String language,
        String title,
        List<String> paragraphs,
        String button,
        String link,
        Optional<Code> code,
        List<String> small,
        Accent.Tokens accent) {
    private static final int GROUP = 4;

    /**
     * A code to type.
     *
     * @param label what it is for
     * @param digits 8 digits
     */
    public record Code(String label, String digits) {
        /** The digits in two groups, as people read them. */
        public String grouped() {
            return digits.length() == 2 * GROUP ? digits.substring(0, GROUP) + " " + digits.substring(GROUP) : digits;
        }
    }

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        small = List.copyOf(small);
    }

    /** The plain text: the same words in the same order, the link on a line of its own. */
    public String text() {
        List<String> blocks = new ArrayList<>();
        blocks.add(title);
        blocks.addAll(paragraphs);
        blocks.add(button + ":\n" + link);
        code.ifPresent(c -> blocks.add(c.label() + "\n" + c.grouped()));
        blocks.addAll(small);
        blocks.add("-- \n" + practice);
        return String.join("\n\n", blocks) + "\n";
    }
}

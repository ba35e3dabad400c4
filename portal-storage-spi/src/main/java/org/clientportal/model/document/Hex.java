package org.clientportal.model.document;

/** Lower-case hexadecimal digits, told without a regular expression: every row of a list is checked. */
final class Hex {
    private Hex() {}

    static boolean is(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** Whether all characters of a range are such digits. */
    static boolean all(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!is(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

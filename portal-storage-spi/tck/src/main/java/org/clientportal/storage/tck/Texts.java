package org.clientportal.storage.tck;

/** Texts that records accept and careless storages spoil. */
final class Texts {
    /** Quotes, wildcards, marks in two forms, right-to-left, outside the basic plane; spaces within. */
    static final String STRANGE = "O'Brien \"& Söhne\" e\u0301 \\ %_ ; -- ${x} {} \u05D0\u05D1 \uFA0E \uD83E\uDD8A  ?";

    /** Lines, tabs and trailing blanks. */
    static final String LINES = STRANGE + "\n\tsecond line \r\n\r\n ";

    private Texts() {}

    /** Text of a length, strange all through. */
    static String ofLength(int length) {
        return STRANGE.repeat(length / STRANGE.length()) + "x".repeat(length % STRANGE.length());
    }
}

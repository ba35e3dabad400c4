package org.clientportal.proofs;

/** What tests prove; each has its own prefix of tags, its own list of titles and its own document. */
enum Subject {
    RULES("rule", "DO-4"),
    PROMISES("promise", "P13");

    private final String noun;
    private final String example;

    Subject(String noun, String example) {
        this.noun = noun;
        this.example = example;
    }

    /** One of them in words, {@code rule}. */
    String noun() {
        return noun;
    }

    /** All of them in words, which also names their files, {@code rules}. */
    String nouns() {
        return noun + "s";
    }

    /** How a test names one of them. */
    String exampleTag() {
        return tagPrefix() + example;
    }

    String tagPrefix() {
        return noun + ":";
    }
}

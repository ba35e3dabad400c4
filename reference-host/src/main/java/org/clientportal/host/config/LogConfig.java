package org.clientportal.host.config;

/** How much is logged, and in what form, to the standard output. */
public record LogConfig(Format format, Level level) {
    /** The form of a line. */
    public enum Format {
        /** For people. */
        TEXT,
        /** One JSON object a line, for programs. */
        JSON
    }

    /** What is logged at all. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG
    }
}

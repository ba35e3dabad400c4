package org.clientportal.host.config;

/** The configuration cannot be used; the message is one line that names the key. */
public final class WrongConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongConfiguration(String key, String problem) {
        super("configuration: " + key + " " + problem);
    }

    public WrongConfiguration(Key key, String problem) {
        this(key.path(), problem);
    }
}

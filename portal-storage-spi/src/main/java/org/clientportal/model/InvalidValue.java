package org.clientportal.model;

/** A value that cannot exist: names the field and carries a stable code, so that callers can say it in words. */
public final class InvalidValue extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String code;

    /**
     * @param field the field's path, such as {@code name} or {@code permissions[2]}
     * @param code stable and lower-case, such as {@code too_long}
     * @param problem what is wrong, as the rest of a sentence that starts with the field
     */
    public InvalidValue(String field, String code, String problem) {
        super(field + " " + problem);
        this.field = field;
        this.code = code;
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }
}

package org.clientportal.core.notify;

/** A message was not accepted. */
public final class DeliveryFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    /**
     * @param reason in words for staff, without addresses or secrets
     * @param permanent whether trying again is useless
     */
    public DeliveryFailed(String reason, boolean permanent, Throwable cause) {
        super(reason, cause);
        this.permanent = permanent;
    }

    public boolean permanent() {
        return permanent;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}

package org.clientportal.model.access;

/** The kinds of things that the access table speaks of. */
public enum ResourceKind {
    DOCUMENT,
    QUESTION,
    MESSAGE,
    REPORT,
    TAX_RETURN,
    ORGANIZER,
    SIGNATURE_REQUEST,
    ACTION,
    PROJECT,
    INVOICE,
    PAYMENT_METHOD
}

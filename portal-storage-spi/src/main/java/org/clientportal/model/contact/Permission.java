package org.clientportal.model.contact;

/** The flags of an assignment. They only add: what any of them grants is granted (PM-1 to PM-6). */
public enum Permission {
    /** Everything of that client (PM-1). */
    CLIENT_ADMIN,
    /** Tax returns, organizers and their folders (PM-2, PM-5). */
    TAX,
    /** Published reports, client financials, invoices and payments (PM-3). */
    FINANCIAL,
    /** All files made visible outside the two tax folders (PM-4). */
    FILES
}

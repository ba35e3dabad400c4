package org.clientportal.core.fault;

/** How an action looks to whoever asked for it. */
enum Ending {
    DONE,
    REFUSED,
    /** They were told that nobody knows, or the process died before it answered. */
    UNKNOWN
}

package org.clientportal.storage.tck;

/** What a storage does with two units that write at the same time. All are right; each is proved in its own way. */
public enum Writers {
    /** One writer at a time: the second starts when the first has ended. */
    TAKE_TURNS,
    /** They run side by side, and one that meets the other's lock waits until the other has ended. */
    WAIT,
    /** They run side by side without waiting, and one whose ground was changed fails at its end. */
    COMPARE
}

package org.clientportal.benchmarks.data;

/**
 * How much there is: each client has a contact of its own, some are a second business of the contact before.
 *
 * @param clients how many clients
 * @param documents how many documents in total, a multiple of ten times the clients
 */
public record Size(int clients, int documents) {
    /** What the pages over HTTP are measured on. */
    public static final Size PAGES = new Size(2_000, 200_000);

    public Size {
        if (clients < 1 || documents % (clients * 10) != 0) {
            throw new IllegalArgumentException("each client has a multiple of ten documents");
        }
    }

    /** How many documents of each of ten patterns a client has. */
    int copies() {
        return documents / clients / 10;
    }
}

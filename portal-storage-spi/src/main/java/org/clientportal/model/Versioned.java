package org.clientportal.model;

/**
 * A record that changes by compare-and-swap. The version starts at 0 and grows by one with each stored change; it is
 * what {@code ETag} and {@code If-Match} carry.
 *
 * @param <R> the record itself
 */
public interface Versioned<R extends Versioned<R>> {
    long version();

    /** This record with another version; stores call it, rules do not. */
    R withVersion(long version);
}

/**
 * A storage adapter written from the rules alone, for an embedded engine that keeps sorted bytes: H2's MVStore. Read it in
 * this order: {@link org.clientportal.example.mvstore.MvStorage} (units), {@code Rows} (what a unit sees and changes),
 * {@code Kind} and {@code Table} (records and their indexes), then the stores, which are short.
 */
@NullMarked
package org.clientportal.example.mvstore;

import org.jspecify.annotations.NullMarked;

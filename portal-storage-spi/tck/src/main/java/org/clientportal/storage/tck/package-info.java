/**
 * The conformance kit. An adapter's test is one class that implements {@link
 * org.clientportal.storage.tck.StorageConformance}, or {@link org.clientportal.storage.tck.ContentConformance} for a store of
 * bytes, and declares each suite as a nested class of one line:
 *
 * <pre>{@code
 * class MyStorageTest implements StorageConformance {
 *     private static final PortalStorage STORAGE = MyStorage.open(...);
 *
 *     public PortalStorage storage() { return STORAGE; }
 *     public PortalStorage another() { return MyStorage.open(...); }
 *     public Writers writers() { return Writers.WAIT; }
 *
 *     @Nested class Units extends UnitsSuite {}
 *     @Nested class Clients extends ClientsSuite {}
 *     ...
 * }
 * }</pre>
 *
 * <p>Each test works in a practice of its own, so that all can share a database and run in parallel. A test's name starts
 * with the rule of {@code RULES.md} that it proves. A suite that is not declared fails the adapter.
 */
@NullMarked
package org.clientportal.storage.tck;

import org.jspecify.annotations.NullMarked;

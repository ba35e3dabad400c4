/**
 * What a storage adapter implements: units of work that carry their practice, and one store per concept on one uniform
 * shape. The numbered rules stand in {@code RULES.md}; the conformance kit proves them.
 */
@NullMarked
package org.clientportal.storage;

import org.jspecify.annotations.NullMarked;

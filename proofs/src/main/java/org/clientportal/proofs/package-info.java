/**
 * Writes {@code docs/rules.md}: which test proves which rule and promise, from the tests that ran and passed.
 */
@NullMarked
package org.clientportal.proofs;

import org.jspecify.annotations.NullMarked;

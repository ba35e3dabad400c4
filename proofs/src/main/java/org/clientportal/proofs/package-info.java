/**
 * Writes {@code docs/rules.md} and {@code docs/promises.md}: which test proves which rule and which promise, from the tests that ran and passed.
 */
@NullMarked
package org.clientportal.proofs;

import org.jspecify.annotations.NullMarked;

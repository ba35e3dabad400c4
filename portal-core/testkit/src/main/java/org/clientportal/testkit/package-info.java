/**
 * Scenarios in given/when/then: a world with a practice of its own, a clock that is set by hand and a notifier that records,
 * run on every storage adapter that is registered.
 */
@NullMarked
package org.clientportal.testkit;

import org.jspecify.annotations.NullMarked;

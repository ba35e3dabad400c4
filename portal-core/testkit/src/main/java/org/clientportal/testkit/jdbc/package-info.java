/** The databases on which scenarios run, for modules that have their adapter and drivers among their test dependencies. */
@NullMarked
package org.clientportal.testkit.jdbc;

import org.jspecify.annotations.NullMarked;

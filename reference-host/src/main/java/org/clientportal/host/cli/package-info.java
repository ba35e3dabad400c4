/** The commands of the program {@code portal}. */
@NullMarked
package org.clientportal.host.cli;

import org.jspecify.annotations.NullMarked;

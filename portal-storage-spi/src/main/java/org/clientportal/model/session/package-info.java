/** Signed-in sessions of contacts and staff. */
@NullMarked
package org.clientportal.model.session;

import org.jspecify.annotations.NullMarked;

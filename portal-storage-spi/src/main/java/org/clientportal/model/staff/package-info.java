/** The people of the practice and the clients each of them reaches. */
@NullMarked
package org.clientportal.model.staff;

import org.jspecify.annotations.NullMarked;

/** Keys, keyed hashes and sealed secrets. */
@NullMarked
package org.clientportal.core.secret;

import org.jspecify.annotations.NullMarked;

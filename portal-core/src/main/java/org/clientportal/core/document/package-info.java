/** Documents and the folders they lie in. */
@NullMarked
package org.clientportal.core.document;

import org.jspecify.annotations.NullMarked;

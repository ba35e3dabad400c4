/** Documents, the folders they lie in, and uploads under way. */
@NullMarked
package org.clientportal.model.document;

import org.jspecify.annotations.NullMarked;

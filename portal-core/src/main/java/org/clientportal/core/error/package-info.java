/** Every refusal: closed kinds, open stable codes. */
@NullMarked
package org.clientportal.core.error;

import org.jspecify.annotations.NullMarked;

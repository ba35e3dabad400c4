/** The audit trail: looking it up, chaining it, proving that nobody changed it (AU-1). */
@NullMarked
package org.clientportal.core.audit;

import org.jspecify.annotations.NullMarked;

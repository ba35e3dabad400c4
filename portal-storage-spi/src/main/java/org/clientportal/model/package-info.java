/** What every concept shares: ids, checks, text folding, and who did something. */
@NullMarked
package org.clientportal.model;

import org.jspecify.annotations.NullMarked;

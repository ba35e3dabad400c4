/** What is said to people, and the interfaces through which it is worded and delivered. */
@NullMarked
package org.clientportal.core.notify;

import org.jspecify.annotations.NullMarked;

/** Clients: the businesses a practice works for. */
@NullMarked
package org.clientportal.core.client;

import org.jspecify.annotations.NullMarked;

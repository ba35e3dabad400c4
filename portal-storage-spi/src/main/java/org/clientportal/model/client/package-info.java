/** Clients: the businesses a practice works for. */
@NullMarked
package org.clientportal.model.client;

import org.jspecify.annotations.NullMarked;

/** The client side: what contacts see and do. */
@NullMarked
package org.clientportal.host.web.client;

import org.jspecify.annotations.NullMarked;

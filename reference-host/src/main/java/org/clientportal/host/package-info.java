/** The portal as a server: a thin host that shows how to embed it. */
@NullMarked
package org.clientportal.host;

import org.jspecify.annotations.NullMarked;

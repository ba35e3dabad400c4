/** A practice to look around in: believable people, businesses and files, set up through the portal's own use cases. */
@NullMarked
package org.clientportal.host.demo;

import org.jspecify.annotations.NullMarked;

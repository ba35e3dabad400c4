/**
 * Puts the host together, and decides nothing: {@link org.clientportal.host.wiring.Host} is what runs, {@link
 * org.clientportal.host.wiring.RouteModule} lists what it answers. The only place that knows Guice.
 */
@NullMarked
package org.clientportal.host.wiring;

import org.jspecify.annotations.NullMarked;

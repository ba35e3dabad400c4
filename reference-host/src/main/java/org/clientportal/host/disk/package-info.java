/** What the host itself puts on the disk (P24). */
@NullMarked
package org.clientportal.host.disk;

import org.jspecify.annotations.NullMarked;

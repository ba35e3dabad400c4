/** Backups of rows and bytes together, putting them back, and looking both over (P29, P25, P18). */
@NullMarked
package org.clientportal.host.backup;

import org.jspecify.annotations.NullMarked;

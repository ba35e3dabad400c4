/** Document bytes on a file system. */
@NullMarked
package org.clientportal.storage.files;

import org.jspecify.annotations.NullMarked;

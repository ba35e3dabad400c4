/**
 * Pictures of documents, for thumbnails and previews: always drawn anew by us, never the uploaded bytes (P20), in worker
 * processes of bounded memory and time that a hostile file can break and nothing else (P21, D16).
 */
@NullMarked
package org.clientportal.host.preview;

import org.jspecify.annotations.NullMarked;

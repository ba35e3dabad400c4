/** Issued secrets: links, codes and invitations, as hashes. */
@NullMarked
package org.clientportal.model.secret;

import org.jspecify.annotations.NullMarked;

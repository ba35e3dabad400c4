/** Signing in: links, codes, invitations, sessions and the limits that guard them. */
@NullMarked
package org.clientportal.auth;

import org.jspecify.annotations.NullMarked;

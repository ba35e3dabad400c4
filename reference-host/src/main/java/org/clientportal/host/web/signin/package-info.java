/** Signing in and out, on both sides: links, codes, sessions and devices. */
@NullMarked
package org.clientportal.host.web.signin;

import org.jspecify.annotations.NullMarked;

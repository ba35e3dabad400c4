/** A practice's colour, made readable on our pages in both colour schemes (BR-1). */
@NullMarked
package org.clientportal.host.web.brand;

import org.jspecify.annotations.NullMarked;

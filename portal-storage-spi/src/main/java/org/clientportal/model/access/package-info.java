/** What may be seen: kinds of resources and the closed form of every visibility decision. */
@NullMarked
package org.clientportal.model.access;

import org.jspecify.annotations.NullMarked;

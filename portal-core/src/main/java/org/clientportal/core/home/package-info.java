/** What a contact sees first. */
@NullMarked
package org.clientportal.core.home;

import org.jspecify.annotations.NullMarked;

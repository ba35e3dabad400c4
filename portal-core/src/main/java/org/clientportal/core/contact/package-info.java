/** Contacts, their assignments and permissions. */
@NullMarked
package org.clientportal.core.contact;

import org.jspecify.annotations.NullMarked;

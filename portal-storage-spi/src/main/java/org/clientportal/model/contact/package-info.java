/** Contacts: people on a client's side, their assignments and permissions. */
@NullMarked
package org.clientportal.model.contact;

import org.jspecify.annotations.NullMarked;

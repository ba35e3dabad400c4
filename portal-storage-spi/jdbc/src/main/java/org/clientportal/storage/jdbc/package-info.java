/** Storage on SQLite and PostgreSQL: one set of statements, a dialect for what differs, migrations beside it. */
@NullMarked
package org.clientportal.storage.jdbc;

import org.jspecify.annotations.NullMarked;

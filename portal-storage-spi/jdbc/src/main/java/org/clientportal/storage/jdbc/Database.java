package org.clientportal.storage.jdbc;

import java.time.Duration;
import javax.sql.DataSource;

/** Which database, before it is opened. */
interface Database {
    /** Name of the folder of its migrations. */
    String folder();

    /** Prefix of table names. */
    String tablePrefix();

    /** Single connections, for migrating and for looking at the schema. */
    DataSource connections();

    /** Opens its pools; a unit waits no longer than {@code patience} for a connection. */
    Engine open(int writers, int readers, Duration patience);
}

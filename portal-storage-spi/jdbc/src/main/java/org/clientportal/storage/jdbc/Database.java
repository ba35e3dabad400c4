package org.clientportal.storage.jdbc;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Which database, before it is opened. */
interface Database {
    /** Name of the folder of its migrations. */
    String folder();

    /** The schema that holds the tables, where the engine has schemas. */
    Optional<String> schema();

    /** What leads the names of tables in a statement. */
    String tablePrefix();

    /** Whether there is anything to look into; what is not is made by migrating. */
    boolean exists();

    /** Single connections, for migrating and for looking at the schema. */
    DataSource connections();

    Dialect dialect();

    Upkeep upkeep();

    /** Opens its pools; a unit waits no longer than {@code patience} for a connection. */
    Engine open(int writers, int readers, Duration patience);
}

import org.jspecify.annotations.NullMarked;

/** Storage on SQLite and PostgreSQL; the driver and Flyway's part of the database in use must be there at run time. */
@NullMarked
module org.clientportal.storage.jdbc {
    requires static org.checkerframework.checker.qual;
    requires static org.jspecify;
    requires static org.postgresql.jdbc;
    requires static org.xerial.sqlitejdbc;
    requires transitive org.clientportal.storage;
    requires com.fasterxml.jackson.databind;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires java.naming;
    requires java.sql;
    requires org.slf4j;

    exports org.clientportal.storage.jdbc;
}

package org.clientportal.storage.jdbc;

/** Whether PostgreSQL itself holds each transaction to its practice, beneath the condition that every statement has. */
public enum RowLevelSecurity {
    /** As without it: the statements alone keep practices apart. */
    OFF,
    /**
     * Policies on every table let a transaction see and change its own practice's rows and no others, even if a statement
     * forgot to ask. Needs two roles: one that owns the tables and migrates, and the one that the program runs as. Costs a
     * short statement for each unit.
     */
    ON
}

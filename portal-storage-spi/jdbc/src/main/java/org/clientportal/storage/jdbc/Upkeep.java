package org.clientportal.storage.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

/** What an engine does in its own way to have its rows copied out, put back and looked over. */
interface Upkeep {
    /** Tables whose rows are nobody's data: migrating fills them, or they mean something to running processes only. */
    Set<String> NOT_COPIED = Set.of(Schema.HISTORY, Schema.COMPATIBILITY, Schema.RESTORING, "schema_history", "lease");

    /**
     * Writes all rows, as they were at one instant, to files in a folder, durably; holds up nobody.
     *
     * @param each told each document's bytes that these very rows name
     * @throws SchemaMismatch if there are no tables
     */
    RowCopy take(Path folder, Consumer<NamedContent> each) throws SQLException, IOException;

    /** Whether there are no tables, or none that holds anything. */
    boolean isEmpty() throws SQLException;

    /**
     * Puts the rows of a folder into a database that is empty, with the tables of the version that they had and the mark that
     * this is not finished; whatever stops it in between leaves it empty or marked.
     */
    void put(Path folder, RowCopy copy) throws SQLException, IOException;

    /** Says what the engine itself finds wrong. */
    void inspect(Connection connection, Consumer<String> wrong) throws SQLException;
}

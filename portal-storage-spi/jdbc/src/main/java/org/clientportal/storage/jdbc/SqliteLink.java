package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection to SQLite with the statements that it has prepared before. Transactions are begun and ended by
 * statements of our own: the driver's own way takes the lock again right after a commit.
 */
final class SqliteLink implements Link {
    private static final int STATEMENTS = 150;

    /** Opens the connection when it is first needed, and again after one broke. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final String begin;
    private final Consumer<SqliteLink> home;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable Connection connection;

    SqliteLink(Opener opener, String begin, Consumer<SqliteLink> home) {
        this.opener = opener;
        this.begin = begin;
        this.home = home;
    }

    /** Begins a transaction; what fails is given back. */
    void begin() throws SQLException {
        boolean begun = false;
        try {
            run(begin);
            begun = true;
        } finally {
            if (!begun) {
                close();
                release();
            }
        }
    }

    @Override
    public PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection().prepareStatement(sql);
        prepared.put(sql, fresh);
        if (prepared.size() > STATEMENTS) {
            String oldest = prepared.keySet().iterator().next();
            PreparedStatement evicted = prepared.remove(oldest);
            if (evicted != null) {
                evicted.close();
            }
        }
        return fresh;
    }

    @Override
    public void done(PreparedStatement statement) throws SQLException {
        statement.clearParameters();
    }

    @Override
    public void failed(PreparedStatement statement, Exception why) {
        prepared.values().remove(statement);
        Link.super.failed(statement, why);
    }

    @Override
    public void commit() throws SQLException {
        run("commit");
    }

    @Override
    public void rollback() {
        try {
            run("rollback");
        } catch (SQLException e) {
            close();
        }
    }

    @Override
    public void release() {
        home.accept(this);
    }

    /** Closes the connection; the next unit opens another. */
    void close() {
        prepared.clear();
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It is given up in any case.
            }
        }
    }

    private void run(String sql) throws SQLException {
        prepare(sql).execute();
    }

    private Connection connection() throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = opener.open();
            connection = open;
        }
        return open;
    }
}

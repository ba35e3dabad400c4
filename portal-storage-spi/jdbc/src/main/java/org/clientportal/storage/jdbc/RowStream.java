package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Queries on one connection, row by row, for what may be longer than memory. */
record RowStream(Connection connection, Dialect dialect) {
    /** Rows that the driver fetches at a time; PostgreSQL's does so within a transaction only. */
    private static final int FETCHED = 1_000;

    <T> void each(Row.Reader<T> reader, Consumer<T> into, String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.render(sql))) {
            statement.setFetchSize(FETCHED);
            for (int i = 0; i < arguments.length; i++) {
                dialect.bind(statement, i + 1, arguments[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, dialect);
                while (row.next()) {
                    into.accept(reader.read(row));
                }
            }
        }
    }

    <T> List<T> list(Row.Reader<T> reader, String sql, Object... arguments) throws SQLException {
        List<T> all = new ArrayList<>();
        each(reader, all::add, sql, arguments);
        return all;
    }

    int change(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(dialect.render(sql))) {
            for (int i = 0; i < arguments.length; i++) {
                dialect.bind(statement, i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        }
    }
}

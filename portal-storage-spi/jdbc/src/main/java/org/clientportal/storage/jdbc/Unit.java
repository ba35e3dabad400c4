package org.clientportal.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.StorageException.OutcomeUnknown;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work on one connection: runs statements, and is dead once one failed or a store found that it must fail
 * (STO-05). Belongs to the thread that runs it.
 */
final class Unit {
    private static final Object[] NOTHING = {};

    private final Link link;
    private final Dialect dialect;
    private final boolean writing;
    private final Consumer<String> listener;
    private @Nullable StorageException failure;
    private boolean ended;

    Unit(Link link, Dialect dialect, boolean writing, Consumer<String> listener) {
        this.link = link;
        this.dialect = dialect;
        this.writing = writing;
        this.listener = listener;
    }

    boolean writing() {
        return writing;
    }

    Dialect dialect() {
        return dialect;
    }

    /** All rows of a query. Of the arguments an empty {@link Optional} is null, a set stands for {@code {among}}. */
    <T> List<T> list(Row.Reader<T> reader, String sql, Object... arguments) {
        return run(sql, arguments, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result, dialect);
                List<T> all = new ArrayList<>();
                while (row.next()) {
                    all.add(reader.read(row));
                }
                return all;
            }
        });
    }

    /** The first row of a query. */
    <T> Optional<T> first(Row.Reader<T> reader, String sql, Object... arguments) {
        List<T> rows = list(reader, sql, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    }

    /** Whether a query has a row. */
    boolean exists(String sql, Object... arguments) {
        return !list(row -> true, sql, arguments).isEmpty();
    }

    /** Runs a statement that writes, and tells how many rows it changed. */
    int change(String sql, Object... arguments) {
        return run(sql, arguments, PreparedStatement::executeUpdate);
    }

    /** Runs a statement that writes once for each list of arguments, all in one trip to the database. */
    void changeEach(String sql, List<? extends List<?>> each) {
        if (each.isEmpty()) {
            return;
        }
        run(sql, NOTHING, statement -> {
            for (List<?> arguments : each) {
                bind(statement, arguments.toArray());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Tells the database's policies what this unit reaches, until its transaction ends or the next unit of it says else. */
    void reach(String practice, String system) {
        exists("select set_config('portal.practice', ?, true), set_config('portal.system', ?, true)", practice, system);
    }

    /** Ends the unit by a failure: nothing of it can be committed any more. */
    StorageException fail(StorageException why) {
        if (failure == null) {
            failure = why;
        }
        return why;
    }

    /** Commits, unless the unit is dead. */
    void commit() {
        alive();
        try {
            link.commit();
        } catch (SQLException e) {
            throw fail(writing && dialect.leavesCommitOpen(e) ? new OutcomeUnknown(e) : dialect.translate(e));
        }
    }

    /** Whoever keeps a store beyond its unit gets an exception instead of another unit's connection. */
    void end() {
        ended = true;
    }

    private <T> T run(String sql, Object[] arguments, Step<T> step) {
        alive();
        String rendered = dialect.render(sql);
        listener.accept(rendered);
        try {
            PreparedStatement statement = link.prepare(rendered);
            T result = run(statement, arguments, step);
            link.done(statement);
            return result;
        } catch (SQLException e) {
            throw fail(dialect.translate(e));
        }
    }

    private <T> T run(PreparedStatement statement, Object[] arguments, Step<T> step) throws SQLException {
        try {
            bind(statement, arguments);
            return step.run(statement);
        } catch (SQLException | RuntimeException failed) {
            link.failed(statement, failed);
            throw failed;
        }
    }

    private void bind(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            dialect.bind(statement, i + 1, arguments[i]);
        }
    }

    private void alive() {
        if (ended) {
            throw new IllegalStateException("the unit of work has ended");
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** What is done with a statement that has its arguments. */
    private interface Step<T> {
        T run(PreparedStatement statement) throws SQLException;
    }
}

package org.clientportal.storage.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Takes part in the transaction of the caller where there is one, and begins one of its own on a connection of the
 * embedder's where there is none.
 */
record EmbedderEngine(DataSource connections, Supplier<Optional<CallerTransaction>> caller, Dialect dialect)
        implements Engine {
    @Override
    public boolean joins() {
        return caller.get().isPresent();
    }

    @Override
    public Link begin(boolean writing) throws SQLException {
        Optional<CallerTransaction> joined = caller.get();
        return joined.isPresent() ? new JoinedLink(joined.get(), writing) : borrowed(writing);
    }

    private Link borrowed(boolean writing) throws SQLException {
        Connection connection = connections.getConnection();
        boolean begun = false;
        try {
            BorrowedLink link = new BorrowedLink(connection, connection.getAutoCommit());
            // The transaction is begun by a statement, which can say more than the driver's own way.
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute(dialect.begin(writing));
            }
            begun = true;
            return link;
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    /** The connections are the embedder's, to be closed by whoever opened them. */
    @Override
    public void close() {}
}

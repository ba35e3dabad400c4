package org.clientportal.example.spring;

import java.sql.Connection;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.clientportal.storage.jdbc.CallerTransaction;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the portal of the transaction that Spring keeps for this thread; take it over as it is. */
final class SpringTransactions implements Supplier<Optional<CallerTransaction>> {
    private static final TransactionDefinition THE_ONE_THAT_RUNS =
            new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_MANDATORY);

    private final DataSource connections;
    private final PlatformTransactionManager transactions;

    SpringTransactions(DataSource connections, PlatformTransactionManager transactions) {
        this.connections = connections;
        this.transactions = transactions;
    }

    @Override
    public Optional<CallerTransaction> get() {
        boolean running = TransactionSynchronizationManager.isActualTransactionActive();
        return running && TransactionSynchronizationManager.getResource(connections) instanceof ConnectionHolder holder
                ? Optional.of(new Running(holder.getConnection()))
                : Optional.empty();
    }

    private final class Running implements CallerTransaction {
        private final Connection connection;

        private Running(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        /** Whoever only takes part in a transaction and rolls back, dooms the whole. */
        @Override
        public void setRollbackOnly() {
            transactions.rollback(transactions.getTransaction(THE_ONE_THAT_RUNS));
        }
    }
}

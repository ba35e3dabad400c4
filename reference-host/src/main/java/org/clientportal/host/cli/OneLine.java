package org.clientportal.host.cli;

import java.net.BindException;
import java.util.Optional;
import org.clientportal.core.error.CoreError;
import org.clientportal.core.error.PortalException;
import org.clientportal.host.backup.BackupFailure;
import org.clientportal.host.config.WrongConfiguration;
import org.clientportal.host.wiring.StartFailure;
import org.clientportal.model.InvalidValue;
import org.clientportal.storage.StorageException;
import org.clientportal.storage.jdbc.RestoreRefused;
import org.clientportal.storage.jdbc.SchemaMismatch;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed, and what to do. */
final class OneLine implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Optional<String> line = line(failure);
        command.getErr()
                .println("portal: "
                        + line.orElse("unexpected failure: " + failure)
                                .lines()
                                .findFirst()
                                .orElse(""));
        if (line.isEmpty()) {
            failure.printStackTrace(command.getErr());
        }
        return failure instanceof WrongConfiguration || failure instanceof InvalidValue
                ? PortalCommand.USAGE
                : PortalCommand.FAILED;
    }

    private static Optional<String> line(Exception failure) {
        if (failure instanceof WrongConfiguration
                || failure instanceof StartFailure
                || failure instanceof BackupFailure
                || failure instanceof RestoreRefused
                || failure instanceof SchemaMismatch
                || failure instanceof InvalidValue) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof PortalException refused) {
            return Optional.of(
                    refused.code() == CoreError.STORAGE_UNAVAILABLE
                            ? unreachable(refused.getCause())
                            : refused.words() + " (" + refused.code().code() + ")");
        }
        if (failure instanceof StorageException) {
            return Optional.of(unreachable(failure));
        }
        return Optional.empty();
    }

    /** That an address cannot be listened on. */
    static StartFailure notListening(String host, int port, Exception failure) {
        boolean taken = failure instanceof BindException || failure.getCause() instanceof BindException;
        return new StartFailure(
                taken
                        ? "port " + port + " on " + host + " is in use, or not yours to listen on; choose another port"
                        : "cannot listen on " + host + " port " + port + ": " + failure.getMessage(),
                failure);
    }

    private static String unreachable(@org.jspecify.annotations.Nullable Throwable cause) {
        return "the database cannot be reached: " + (cause == null ? "no reason given" : cause.getMessage());
    }
}

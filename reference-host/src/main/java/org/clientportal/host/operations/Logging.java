package org.clientportal.host.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.clientportal.host.config.LogConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the log to the standard output in the form that is configured, without tokens. */
public final class Logging {
    // Whatever a library writes of an address, the token of a mail's link stays out of the log (P6).
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}"
            + " %replace(%msg %kvp){'/in/[A-Za-z0-9_-]{8,}', '/in/...'}%n%ex";

    private Logging() {}

    /** Takes effect at once, for the whole process. */
    public static void configure(LogConfig config) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder(config, context));
        console.start();
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(console);
        root.setLevel(Level.toLevel(config.level().name()));
        // Below this they speak of every byte, tokens included.
        context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
        context.getLogger("jakarta.mail").setLevel(Level.WARN);
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
        context.getLogger("com.zaxxer.hikari").setLevel(Level.WARN);
    }

    private static Encoder<ILoggingEvent> encoder(LogConfig config, LoggerContext context) {
        Encoder<ILoggingEvent> encoder;
        if (config.format() == LogConfig.Format.JSON) {
            encoder = new JsonEncoder();
        } else {
            PatternLayoutEncoder lines = new PatternLayoutEncoder();
            lines.setPattern(PATTERN);
            encoder = lines;
        }
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}

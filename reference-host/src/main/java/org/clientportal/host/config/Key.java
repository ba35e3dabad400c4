package org.clientportal.host.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every key there is. In the file it is nested at the dots, in the environment {@code PORTAL_} stands before it. */
public enum Key {
    LISTEN_HOST("listen.host", "127.0.0.1"),
    LISTEN_PORT("listen.port", "8080"),
    TRUSTED_PROXIES("listen.trusted-proxies", ""),
    PRACTICE_DEFAULT("practice.default", ""),
    DATA("data", "./portal-data"),
    FILES("files", ""),
    KEYS_FILE("keys-file", ""),
    DATABASE_SQLITE("database.sqlite", ""),
    DATABASE_URL("database.url", ""),
    DATABASE_USER("database.user", ""),
    DATABASE_PASSWORD_FILE("database.password-file", ""),
    DATABASE_OWNER_USER("database.owner-user", ""),
    DATABASE_OWNER_PASSWORD_FILE("database.owner-password-file", ""),
    DATABASE_ROW_LEVEL_SECURITY("database.row-level-security", "false"),
    DATABASE_CONNECTIONS("database.connections", "10"),
    DATABASE_PATIENCE("database.patience-seconds", "3"),
    SMTP_HOST("smtp.host", ""),
    SMTP_PORT("smtp.port", ""),
    SMTP_SECURITY("smtp.security", "starttls"),
    SMTP_USER("smtp.user", ""),
    SMTP_PASSWORD_FILE("smtp.password-file", ""),
    SMTP_FROM("smtp.from", ""),
    LIMITS_JSON("limits.json-kilobytes", "256"),
    LIMITS_FORM("limits.form-kilobytes", "256"),
    LIMITS_CONNECTIONS("limits.connections", "16000"),
    LIMITS_SHARE("limits.requests-per-network", "64"),
    LIMITS_IDLE("limits.idle-seconds", "30"),
    METRICS_TOKEN_FILE("metrics.token-file", ""),
    LOG_FORMAT("log.format", "text"),
    LOG_LEVEL("log.level", "info");

    /** What stands before a key in the environment. */
    static final String ENVIRONMENT = "PORTAL_";

    private final String path;
    private final String fallback;

    Key(String path, String fallback) {
        this.path = path;
        this.fallback = fallback;
    }

    /** The key as the file spells it, nested at the dots. */
    public String path() {
        return path;
    }

    /** What holds where the key is not set; empty text for nothing. */
    String fallback() {
        return fallback;
    }

    /** The key as the environment spells it, such as {@code PORTAL_LISTEN_PORT}. */
    public String variable() {
        return ENVIRONMENT + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Optional<Key> ofPath(String path) {
        return Arrays.stream(values()).filter(key -> key.path.equals(path)).findFirst();
    }

    static Optional<Key> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(key -> key.variable().equals(variable))
                .findFirst();
    }
}

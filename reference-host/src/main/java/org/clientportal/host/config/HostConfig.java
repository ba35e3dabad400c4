package org.clientportal.host.config;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.clientportal.host.http.HttpLimits;
import org.clientportal.host.http.TrustedProxies;
import org.clientportal.model.InvalidValue;
import org.clientportal.model.practice.Slug;

/**
 * What the host runs with.
 *
 * @param listen where the server listens
 * @param proxies whose word on where a request came from counts
 * @param defaultPractice the practice that answers for any host name that is nobody's
 * @param data the folder of everything that has no place of its own
 * @param files the folder of documents' bytes
 * @param keysFile the keys under which secrets are hashed and sealed
 * @param smtp the mail server, if one is named
 * @param metricsToken what {@code /metrics} asks for from elsewhere than this machine
 */
public record HostConfig(
        InetSocketAddress listen,
        TrustedProxies proxies,
        Optional<Slug> defaultPractice,
        Path data,
        Path files,
        Path keysFile,
        DatabaseConfig database,
        Optional<SmtpConfig> smtp,
        HttpLimits limits,
        Optional<String> metricsToken,
        LogConfig log) {

    /**
     * Makes sense of settings.
     *
     * @throws WrongConfiguration naming the first key that is wrong
     */
    public static HostConfig of(Settings settings) {
        Values values = new Values(settings);
        Path data = values.path(Key.DATA).orElseThrow();
        return new HostConfig(
                InetSocketAddress.createUnresolved(
                        values.required(Key.LISTEN_HOST), values.number(Key.LISTEN_PORT, 0, 65_535)),
                proxies(values),
                values.value(Key.PRACTICE_DEFAULT, Slug::new),
                data,
                values.path(Key.FILES).orElse(data.resolve("files")),
                values.path(Key.KEYS_FILE).orElse(data.resolve("keys")),
                DatabaseConfig.of(values, data),
                SmtpConfig.of(values),
                limits(values),
                values.secret(Key.METRICS_TOKEN_FILE),
                new LogConfig(
                        values.choice(Key.LOG_FORMAT, LogConfig.Format.class),
                        values.choice(Key.LOG_LEVEL, LogConfig.Level.class)));
    }

    /** The mail server, which whoever serves needs. */
    public SmtpConfig requiredSmtp() {
        return smtp.orElseThrow(() -> new WrongConfiguration(Key.SMTP_HOST, "is required"));
    }

    private static TrustedProxies proxies(Values values) {
        try {
            return new TrustedProxies(values.list(Key.TRUSTED_PROXIES));
        } catch (InvalidValue e) {
            throw new WrongConfiguration(Key.TRUSTED_PROXIES, "must hold addresses or ranges such as 10.0.0.0/8");
        }
    }

    private static HttpLimits limits(Values values) {
        HttpLimits usual = HttpLimits.DEFAULT;
        return new HttpLimits(
                values.number(Key.LIMITS_JSON, 1, 16_384) << 10,
                values.number(Key.LIMITS_FORM, 1, 16_384) << 10,
                usual.formFields(),
                usual.parts(),
                usual.headers(),
                values.number(Key.LIMITS_CONNECTIONS, 10, 100_000),
                values.number(Key.LIMITS_SHARE, 1, 250),
                Duration.ofSeconds(values.number(Key.LIMITS_IDLE, 1, 3_600)),
                usual.slowest());
    }
}

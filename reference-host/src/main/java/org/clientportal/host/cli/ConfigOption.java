package org.clientportal.host.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the configuration's file. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; PORTAL_... variables win over it. See portal.yaml.sample.")
    private @Nullable Path file;

    HostConfig read() {
        return HostConfig.of(Settings.read(Optional.ofNullable(file), System.getenv()));
    }
}

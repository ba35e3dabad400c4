package org.clientportal.host.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.clientportal.core.practice.CreatePractice;
import org.clientportal.host.config.HostConfig;
import org.clientportal.host.config.Key;
import org.clientportal.host.config.Settings;
import org.clientportal.host.operations.Logging;
import org.clientportal.host.wiring.Host;
import picocli.CommandLine.Command;

/**
 * Opens a host in a folder of its own, asks for a few pages and is gone: what it loaded goes into the archive of classes
 * that the launcher makes, so that every start after it is quicker.
 */
@Command(name = "warm-up", hidden = true, description = "Loads what a start loads.")
final class WarmUpCommand implements Callable<Integer> {
    private static final List<String> PAGES =
            List.of("/", "/sign-in", "/practice/sign-in", "/dev/mailbox", "/api/v1/openapi.json", "/nothing");

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("portal-warm-up");
        try {
            HostConfig config = HostConfig.of(Settings.read(Optional.empty(), Map.of())
                    .with(Key.DATA, folder.toString())
                    .with(Key.LISTEN_PORT, "0")
                    .with(Key.LOG_LEVEL, "error"));
            Logging.configure(config.log());
            Host.migrate(config);
            try (Host host = Host.open(config, true)) {
                host.portal().practices().create(CreatePractice.of("warm-up", "Warm-up", "http://127.0.0.1"));
                ask(host.serve());
            }
        } finally {
            DemoFolder.delete(folder);
        }
        return 0;
    }

    private static void ask(int port) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        for (String page : PAGES) {
            URI address = URI.create("http://127.0.0.1:" + port + page);
            client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}

package org.clientportal.resilience;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.host.config.Key;

/** A host at {@code https://localhost}, behind each of the proxies of the documentation, and an administrator who asks it. */
final class BehindProxies implements AutoCloseable {
    private final Post post = new Post();
    private final Map<FrontProxy.Kind, FrontProxy> proxies = new EnumMap<>(FrontProxy.Kind.class);
    private final TlsCertificate certificate;
    private final Site site;
    final HostProcess host;
    final Caller olivia;

    BehindProxies(Path folder) throws Exception {
        certificate = new TlsCertificate(folder.resolve("tls"), "localhost");
        site = Site.behind("https://localhost", folder.resolve("site"), post.port())
                .with(Key.TRUSTED_PROXIES, "127.0.0.1");
        host = site.start();
        olivia = Site.signIn("http://localhost:" + host.port(), post, "STAFF", Site.ADMIN);
        try {
            for (FrontProxy.Kind kind : FrontProxy.Kind.values()) {
                Path files = folder.resolve(kind.name());
                proxies.put(kind, FrontProxy.start(kind, files, certificate, List.of(host.port())));
            }
        } catch (IOException | AssertionError e) {
            close();
            throw e;
        }
    }

    /** A connection over TLS to a proxy. */
    Wire to(FrontProxy.Kind kind) throws Exception {
        return Wire.to(proxies.get(kind).port(), Optional.of(certificate.trust()));
    }

    /** A connection in the clear, past all proxies. */
    Wire direct() throws Exception {
        return Wire.to(host.port(), Optional.empty());
    }

    Path files() {
        return site.data().resolve("files");
    }

    /** How many bytes of documents lie in the folder. */
    long stored() {
        try (var all = Files.walk(files())) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (java.io.IOException | java.io.UncheckedIOException changing) {
            return -1;
        }
    }

    /** What the host logged of requests to a path, once it did. */
    String logged(String path) {
        HostProcess.await("a line for " + path, () -> lines(path).isPresent());
        return lines(path).orElseThrow();
    }

    /** All that the host logged of requests up to now. */
    List<String> requests() {
        String marker = "/marker-" + UUID.randomUUID();
        try {
            olivia.get(marker);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        logged(marker);
        return host.output()
                .lines()
                .filter(line -> line.contains(" access ") || line.contains("method="))
                .filter(line -> !line.contains("/marker-") && !line.contains("/health/"))
                .toList();
    }

    private Optional<String> lines(String path) {
        return host.output()
                .lines()
                .filter(line -> line.contains("path=" + path) || line.contains("path=\"" + path + "\""))
                .findFirst();
    }

    @Override
    public void close() {
        proxies.values().forEach(FrontProxy::close);
        host.close();
        post.close();
    }
}

package org.clientportal.host.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clientportal.core.error.Refusals;
import org.eclipse.jetty.http.MimeTypes;

/**
 * Files that pages load, from the class path: each has its hash in its address, so that browsers keep it for a year and
 * yet never see an old one. Immutable and thread-safe.
 */
public final class StaticAssets {
    private static final String ROOT = "/assets/";
    private static final String YEAR = "public, max-age=31536000, immutable";

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Answer> answers = new HashMap<>();

    /** @param resources where each lies on the class path, by its name, such as {@code portal.css} */
    public StaticAssets(Map<String, String> resources) {
        resources.forEach(this::add);
    }

    /**
     * The address of an asset, by its name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public String address(String name) {
        return Optional.ofNullable(addresses.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no asset " + name));
    }

    /** The route that serves them. */
    public Route route() {
        return Route.get(ROOT + "{file}", Audience.PUBLIC, "asset", this::serve);
    }

    private Answer serve(Exchange exchange) {
        return Optional.ofNullable(answers.get(exchange.path("file", text -> text)))
                .orElseThrow(Refusals::notFound);
    }

    private void add(String name, String resource) {
        try (InputStream in = StaticAssets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            byte[] bytes = in.readAllBytes();
            int dot = name.lastIndexOf('.');
            String file = name.substring(0, dot) + "-" + Fingerprint.of(bytes) + name.substring(dot);
            String type = MimeTypes.DEFAULTS.getMimeByExtension(name);
            answers.put(
                    file,
                    Answer.bytes(type == null ? "application/octet-stream" : type, bytes)
                            .header("Cache-Control", YEAR));
            addresses.put(name, ROOT + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

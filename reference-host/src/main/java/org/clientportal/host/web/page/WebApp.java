package org.clientportal.host.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Json;
import org.clientportal.host.http.Route;

/** What makes the portal an app on a phone's home screen (DA-4): its manifest, its worker and the page without a network. */
public final class WebApp {
    static final String MANIFEST = "/portal.webmanifest";

    private static final String WORKER = "/sw.js";
    private static final String WORKER_RESOURCE = "/org/clientportal/host/assets/sw.js";

    private final Pages pages;
    private final PageAssets assets;
    private final byte[] worker;

    public WebApp(Pages pages, PageAssets assets) {
        this.pages = pages;
        this.assets = assets;
        try (InputStream in = WebApp.class.getResourceAsStream(WORKER_RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + WORKER_RESOURCE);
            }
            worker = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The routes that serve them. */
    public List<Route> routes() {
        return List.of(
                Route.get(MANIFEST, Audience.PUBLIC, "app.manifest", this::manifest),
                Route.get(WORKER, Audience.PUBLIC, "app.worker", this::worker),
                Route.get("/offline", Audience.PUBLIC, "app.offline", this::offline));
    }

    private Answer manifest(Exchange exchange) {
        String name = exchange.practice().name();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("name", name);
        manifest.put("id", "/");
        manifest.put("start_url", "/");
        manifest.put("scope", "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", "#f7f7f5");
        manifest.put("theme_color", exchange.practice().accent().orElse("#3b4fc4"));
        manifest.put("icons", List.of(icon(192), icon(512)));
        return Answer.bytes("application/manifest+json", Json.bytes(manifest)).header("Cache-Control", "no-cache");
    }

    private Map<String, String> icon(int width) {
        return Map.of("src", assets.icon(width), "sizes", width + "x" + width, "type", "image/png");
    }

    private Answer worker(Exchange exchange) {
        return Answer.bytes("text/javascript;charset=utf-8", worker).header("Cache-Control", "no-cache");
    }

    private Answer offline(Exchange exchange) {
        return pages.bare(exchange, "page/offline.jte", Map.of());
    }
}

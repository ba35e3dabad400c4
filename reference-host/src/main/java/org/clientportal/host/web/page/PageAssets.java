package org.clientportal.host.web.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.clientportal.host.http.Answer;
import org.clientportal.host.http.Audience;
import org.clientportal.host.http.Exchange;
import org.clientportal.host.http.Fingerprint;
import org.clientportal.host.http.Route;
import org.clientportal.host.http.StaticAssets;
import org.clientportal.host.web.brand.Accent;
import org.clientportal.host.web.view.Assets;
import org.clientportal.model.practice.Practice;

/** The stylesheets, scripts and icons of every page, and the practice's own colours (BR-1). Thread-safe. */
public final class PageAssets {
    private static final String BRAND = "/brand.css";
    private static final String FILES = "/org/clientportal/host/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";
    private static final String YEAR = "public, max-age=31536000, immutable";

    private final StaticAssets files = new StaticAssets(Map.of(
            "portal.css", FILES + "portal.css",
            "portal.js", FILES + "portal.js",
            "htmx.js", HTMX,
            "icon-180.png", FILES + "icon-180.png",
            "icon-192.png", FILES + "icon-192.png",
            "icon-512.png", FILES + "icon-512.png"));

    /** What a practice's pages load. */
    public Assets of(Practice practice) {
        return new Assets(
                files.address("portal.css"),
                BRAND + "?v=" + Fingerprint.of(brand(practice)),
                files.address("portal.js"),
                files.address("htmx.js"),
                WebApp.MANIFEST,
                files.address("icon-180.png"));
    }

    /** The address of an icon, by its width in pixels. */
    String icon(int width) {
        return files.address("icon-" + width + ".png");
    }

    /** The routes that serve them. */
    public List<Route> routes() {
        return List.of(files.route(), Route.get(BRAND, Audience.PUBLIC, "asset.brand", PageAssets::brandSheet));
    }

    private static Answer brandSheet(Exchange exchange) {
        Answer sheet = Answer.bytes("text/css;charset=utf-8", brand(exchange.practice()));
        boolean named = exchange.query().text("v").isPresent();
        return sheet.header("Cache-Control", named ? YEAR : "no-cache");
    }

    private static byte[] brand(Practice practice) {
        return practice.accent()
                .map(colour -> Accent.of(colour).css())
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }
}

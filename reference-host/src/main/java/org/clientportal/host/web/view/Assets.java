package org.clientportal.host.web.view;

/**
 * The fingerprinted addresses of what every page loads, all on the portal's own origin.
 *
 * @param stylesheet {@code portal.css}
 * @param brandStylesheet the practice's colours, loaded after it
 * @param script {@code portal.js}
 * @param htmx the htmx library
 * @param manifest the web app manifest
 * @param touchIcon the picture for a phone's home screen, a PNG of 180 x 180
 */
public record Assets(
        String stylesheet, String brandStylesheet, String script, String htmx, String manifest, String touchIcon) {}

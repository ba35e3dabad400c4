package org.clientportal.host.http;

import java.nio.charset.StandardCharsets;

/** The page without looks that stands in where no practice is known, or where making the proper page failed. */
final class PlainFaultPage {
    private PlainFaultPage() {}

    static Answer of(Fault fault, String requestId) {
        String page = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + fault.status() + "</title>\n<p>"
                + escaped(fault.words()) + (fault.isOurs() ? "</p>\n<p>Request " + requestId : "") + "</p>\n</html>\n";
        return Answer.html(page.getBytes(StandardCharsets.UTF_8))
                .status(fault.status())
                .headers(fault.headers());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

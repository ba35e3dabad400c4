package org.clientportal.resilience;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the practice's side with a form for files, as a browser has it that is signed in. */
final class PageForm {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final String BOUNDARY = "----a-boundary";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final URI page;
    private final String cookies;
    private final String csrf;

    private PageForm(URI page, String cookies, String csrf) {
        this.page = page;
        this.cookies = cookies;
        this.csrf = csrf;
    }

    /** Opens the page. */
    static PageForm at(HostProcess host, Caller staff, String path) throws IOException, InterruptedException {
        URI page = URI.create(host.address() + path);
        String session = "staff=" + staff.token();
        HttpResponse<String> shown = CLIENT.send(
                HttpRequest.newBuilder(page).header("Cookie", session).build(), HttpResponse.BodyHandlers.ofString());
        String browser = shown.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        Matcher csrf = CSRF.matcher(shown.body());
        if (!csrf.find()) {
            throw new AssertionError("no form at " + path);
        }
        return new PageForm(page, session + "; " + browser, csrf.group(1));
    }

    /** What the form begins with. */
    String csrf() {
        return field("csrf", csrf);
    }

    static String field(String name, String value) {
        return boundary() + "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** What comes before the bytes of a file. */
    static String file(String name) {
        return boundary() + "Content-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    }

    static String boundary() {
        return "--" + BOUNDARY + "\r\n";
    }

    static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    HttpResponse<String> post(HttpRequest.BodyPublisher form) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(page)
                        .header("Cookie", cookies)
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(form)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

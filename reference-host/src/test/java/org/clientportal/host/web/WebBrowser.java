package org.clientportal.host.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, follows no redirect by itself, sends the forms it was shown. */
public final class WebBrowser {
    private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final String origin;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    WebBrowser(String origin) {
        this.origin = origin;
    }

    /** What came back. */
    public final class Page {
        private final HttpResponse<byte[]> response;

        Page(HttpResponse<byte[]> response) {
            this.response = response;
        }

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String html() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** Where it sends the browser. */
        public String location() {
            return header("Location").orElse("");
        }

        public Page follow() {
            return get(location());
        }

        /** Sends the page's form of this action, its hidden fields as they are and these fields filled in. */
        public Page submit(String action, String... fields) {
            Map<String, String> form = hidden(action);
            for (int i = 0; i < fields.length; i += 2) {
                form.put(fields[i], fields[i + 1]);
            }
            return post(action, form);
        }

        /** The hidden fields of a form, the token against forgery among them. */
        public Map<String, String> hidden(String action) {
            String html = html();
            Matcher form = Pattern.compile("<form[^>]*method=\"post\"[^>]*action=\""
                            + Pattern.quote(action.replace("&", "&amp;")) + "\"")
                    .matcher(html);
            if (!form.find()) {
                throw new AssertionError("no form to " + action + " on the page:\n" + html);
            }
            int start = form.start();
            Map<String, String> hidden = new LinkedHashMap<>();
            Matcher inputs = INPUT.matcher(html.substring(start, html.indexOf("</form>", start)));
            while (inputs.find()) {
                if (inputs.group().contains("hidden")) {
                    hidden.put(first(NAME, inputs.group()), first(VALUE, inputs.group()));
                }
            }
            return hidden;
        }

        private static String first(Pattern pattern, String text) {
            Matcher found = pattern.matcher(text);
            return found.find() ? found.group(1) : "";
        }
    }

    public Page get(String path) {
        return send(path, request -> request.GET());
    }

    public Page head(String path) {
        return send(path, request -> request.method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    public Page post(String path, Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return send(
                path,
                request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends a form with one file. */
    public Page upload(String path, Map<String, String> fields, String fileName, byte[] bytes) {
        Multipart body = new Multipart(fields, fileName, bytes);
        return send(
                path,
                request -> request.header("Content-Type", body.mediaType())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())));
    }

    public Page send(String path, UnaryOperator<HttpRequest.Builder> what) {
        try {
            HttpRequest request = what.apply(HttpRequest.newBuilder(URI.create(origin + path)))
                    .build();
            return new Page(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value of one of its cookies; empty if it has none of this name. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    /** All of its cookies, as a request would carry them. */
    public String cookies() {
        List<String> all = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .toList();
        return String.join("; ", all);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A form with one file, as browsers write it. */
    public static final class Multipart {
        private static final String BOUNDARY = "----boundary-7MA4YWxk";

        private final byte[] bytes;

        public Multipart(Map<String, String> fields, String fileName, byte[] content) {
            StringBuilder head = new StringBuilder();
            fields.forEach((name, value) -> head.append("--")
                    .append(BOUNDARY)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(name)
                    .append("\"\r\n\r\n")
                    .append(value)
                    .append("\r\n"));
            head.append("--")
                    .append(BOUNDARY)
                    .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                    .append(fileName.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A"))
                    .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            byte[] first = head.toString().getBytes(StandardCharsets.UTF_8);
            byte[] last = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
            bytes = new byte[first.length + content.length + last.length];
            System.arraycopy(first, 0, bytes, 0, first.length);
            System.arraycopy(content, 0, bytes, first.length, content.length);
            System.arraycopy(last, 0, bytes, first.length + content.length, last.length);
        }

        public String mediaType() {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }

        public byte[] bytes() {
            return bytes.clone();
        }
    }
}

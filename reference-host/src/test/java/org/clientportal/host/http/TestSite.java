package org.clientportal.host.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.clientportal.core.error.PortalException;
import org.clientportal.core.error.Refusals;
import org.clientportal.core.secret.KeyRing;
import org.clientportal.model.Require;
import org.clientportal.model.client.ClientId;
import org.clientportal.model.practice.Origin;
import org.clientportal.model.practice.Practice;
import org.clientportal.model.practice.PracticeId;
import org.clientportal.model.practice.PracticeSettings;
import org.clientportal.model.practice.Slug;

/** A real server on a free port, with a few routes of every kind. */
final class TestSite implements AutoCloseable {
    static final int BIG = 64 << 20;
    static final byte[] FILE = "0123456789".repeat(1000).getBytes(StandardCharsets.US_ASCII);

    /** A body of the JSON route. */
    record NewThing(
            String name,
            int count,
            Optional<String> note,
            Optional<Colour> colour,
            Optional<Inner> inner,
            Optional<List<String>> words,
            Optional<Map<String, Inner>> named) {
        NewThing {
            name = Require.line("name", name, 20);
        }
    }

    record Inner(String word) {
        Inner {
            word = Require.line("word", word, 5);
        }
    }

    enum Colour {
        RED,
        GREEN
    }

    /** How much of big files was read to be sent. */
    final AtomicLong read = new AtomicLong();

    /** The most requests that were at work at the same time, and what they wait for to end. */
    final AtomicInteger mostAtWork = new AtomicInteger();

    final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger atWork = new AtomicInteger();

    final List<String> done = new CopyOnWriteArrayList<>();
    final HttpServer server;
    final FakeSignIn signIn = new FakeSignIn();
    private final HttpClient client = HttpClient.newHttpClient();

    TestSite() throws IOException {
        this("http://localhost", List.of());
    }

    TestSite(String origin, List<String> proxies) throws IOException {
        this(origin, proxies, HttpLimits.DEFAULT);
    }

    TestSite(HttpLimits limits) throws IOException {
        this("http://localhost", List.of(), limits);
    }

    private TestSite(String origin, List<String> proxies, HttpLimits limits) throws IOException {
        Practice practice = practice(origin);
        Site site = new Site(
                host -> Optional.of(practice).filter(p -> p.origin().host().equals(host) || host.equals("127.0.0.1")),
                new Routes(routes()),
                signIn,
                (exchange, fault) -> Answer.text("page: " + fault.code()),
                KeyRing.random("k1"),
                new TrustedProxies(proxies),
                limits);
        server = new HttpServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site, List.of(), new AccessLog());
        server.start();
    }

    static Practice practice(String origin) {
        return new Practice(
                new PracticeId(UUID.randomUUID()),
                new Slug("harbour"),
                "Harbour Tax",
                new Origin(origin),
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"),
                Locale.UK,
                PracticeSettings.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get(
                "/",
                Audience.PUBLIC,
                "home",
                e -> Answer.text("home of " + e.practice().name())));
        routes.add(Route.get(
                "/form",
                Audience.PUBLIC,
                "form",
                e -> Answer.text(e.csrf() + e.flash().orElse(""))));
        routes.add(Route.post("/form", Audience.PUBLIC, "form.post", e -> {
            done.add(e.body().form().text("name"));
            return Answer.seeOther("/form").flash("Saved “" + e.body().form().text("name") + "”");
        }));
        routes.add(Route.post("/out", Audience.PUBLIC, "out", e -> {
            done.add("out");
            return Answer.seeOther("/");
        }));
        routes.add(Route.post("/files", Audience.PUBLIC, "files.add", this::addFiles)
                .streaming());
        routes.add(Route.get(
                "/mine",
                Audience.CONTACT,
                "mine",
                e -> Answer.text(e.contact().id().toString())));
        routes.add(Route.get(
                "/practice/desk",
                Audience.STAFF,
                "desk",
                e -> Answer.text(e.staff().id().toString())));
        routes.add(Route.get("/practice/settings", Audience.ADMIN, "settings", e -> Answer.text("settings")));
        routes.add(Route.get("/work", Audience.PUBLIC, "work", e -> work()));
        routes.add(Route.get("/wait", Audience.PUBLIC, "wait", e -> {
            e.letOthersWork();
            return work();
        }));
        routes.add(Route.get("/long", Audience.PUBLIC, "long", e -> Answer.text("word ".repeat(2000))));
        routes.add(Route.get(
                "/where",
                Audience.PUBLIC,
                "where",
                e -> Answer.text(e.visit().network().orElse("?"))));
        routes.add(Route.get("/file", Audience.PUBLIC, "file", e -> Answer.file(file("a.txt"))));
        routes.add(Route.get(
                "/big",
                Audience.PUBLIC,
                "big",
                e -> Answer.file(Download.attachment("big", "application/zip", BIG, "tag", offset -> zeros()))));
        routes.add(Route.get(
                "/short",
                Audience.PUBLIC,
                "short",
                e -> Answer.file(Download.attachment("a", "text/plain", FILE.length + 1, "tag", TestSite::open))));
        routes.add(Route.get(
                        "/api/v1/things",
                        Audience.PUBLIC,
                        "things",
                        e -> Answer.json(Map.of(
                                "limit",
                                e.query().page(50).limit(),
                                "flag",
                                e.query().flag("flag"))))
                .withQuery("limit", "cursor", "flag"));
        routes.add(Route.post("/api/v1/things", Audience.PUBLIC, "thing.add", e -> {
            NewThing thing = e.body().json(NewThing.class);
            done.add(thing.name());
            return Answer.created("/api/v1/things/1", thing).version(1);
        }));
        routes.add(Route.get("/api/v1/clients/{clientId}", Audience.PUBLIC, "client", e -> {
            e.path("clientId", ClientId::of);
            throw Refusals.notFound();
        }));
        routes.add(Route.put("/api/v1/versions", Audience.PUBLIC, "version", e -> {
            done.add("version " + e.ifMatch().map(String::valueOf).orElse("any"));
            return Answer.done();
        }));
        routes.add(Route.post("/api/v1/parts", Audience.PUBLIC, "parts", this::addFiles)
                .streaming());
        routes.add(Route.post("/api/v1/raw", Audience.PUBLIC, "raw", this::raw).streaming());
        routes.add(Route.get(
                "/api/v1/mine",
                Audience.CONTACT,
                "api.mine",
                e -> Answer.json(e.contact().id())));
        routes.add(Route.post("/api/v1/mine", Audience.CONTACT, "api.mine.do", e -> Answer.done()));
        routes.add(Route.get("/api/v1/broken", Audience.PUBLIC, "broken", e -> {
            throw new IllegalStateException("secret detail of org.sqlite");
        }));
        routes.add(Route.get("/api/v1/busy", Audience.PUBLIC, "busy", e -> {
            throw new PortalException.Throttled(
                    () -> "too_many", "Slower.", Optional.empty(), Map.of("retryAfter", "7"));
        }));
        return routes;
    }

    Download file(String name) {
        return Download.attachment(name, "text/plain", FILE.length, "tag", TestSite::open)
                .whenWhole(() -> done.add("whole"));
    }

    private static java.nio.channels.ReadableByteChannel open(long offset) throws IOException {
        InputStream in = new ByteArrayInputStream(FILE);
        in.skipNBytes(offset);
        return Channels.newChannel(in);
    }

    private java.nio.channels.ReadableByteChannel zeros() {
        return Channels.newChannel(new InputStream() {
            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.addAndGet(length);
                return length;
            }
        });
    }

    private Answer addFiles(Exchange exchange) throws IOException {
        Multipart parts = exchange.body().parts();
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
            long length = part.get().content().transferTo(java.io.OutputStream.nullOutputStream());
            done.add(part.get().name() + " " + part.get().fileName().orElse("-") + " " + length);
        }
        return Answer.seeOther("/");
    }

    private Answer work() {
        mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
        try {
            mayEnd.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        atWork.decrementAndGet();
        return Answer.done();
    }

    private Answer raw(Exchange exchange) throws IOException {
        long length = exchange.body().stream().transferTo(java.io.OutputStream.nullOutputStream());
        done.add("raw " + length);
        return Answer.json(Map.of("length", length));
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(uri(path)), headers).build());
    }

    HttpResponse<String> post(String path, String type, String body, String... headers) {
        return send(with(HttpRequest.newBuilder(uri(path)), headers)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> postJson(String body) {
        return post("/api/v1/things", "application/json", body);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    /** Sends bytes as they are, closes its own side, and gives back all that comes. */
    String raw(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}

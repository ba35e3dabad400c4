package org.clientportal.journeys.look;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.CodeResolver;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.clientportal.host.web.view.Shell;

/** Serves the component page and made-up pages with the real stylesheet, scripts and content security policy. */
final class LookServer implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String ASSETS = "/org/clientportal/host/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Map<String, Supplier<Shell>> pages = new TreeMap<>();
    private final TemplateEngine templates;
    private final HttpServer server;

    private LookServer(Path root, Path classes) throws IOException {
        templates = TemplateEngine.create(
                new Either(
                        new DirectoryCodeResolver(root.resolve("reference-host/src/main/jte")),
                        new DirectoryCodeResolver(root.resolve("reference-host/journeys/src/test/jte"))),
                classes,
                ContentType.Html);
        templates.setTrimControlStructures(true);
        pages.put("dev/components", () -> Samples.practice("/practice"));
        pages.put("page/offline", () -> Samples.client("/home"));
        pages.put("mock/home", () -> Samples.client("/home"));
        pages.put("mock/files", () -> Samples.client("/files"));
        pages.put("mock/document", () -> Samples.viewed(Samples.client("/files")));
        pages.put("mock/empty", () -> Samples.client("/reports"));
        pages.put("mock/clients", () -> Samples.practice("/practice"));
        pages.put("mock/contacts", () -> Samples.saying(Samples.practice("/practice"), Samples.deleted()));
        pages.put("mock/confirm", () -> Samples.practice("/practice"));
        pages.put("mock/signIn", () -> Samples.client("/home"));
        pages.put("mock/code", () -> Samples.client("/home"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts on a free port; the templates are compiled into a folder of the caller's. */
    static LookServer start(Path classes) throws IOException {
        return new LookServer(Path.of(System.getProperty("portal.root", "../..")), classes);
    }

    List<String> pages() {
        return List.copyOf(pages.keySet());
    }

    String address(String page) {
        return "http://localhost:" + server.getAddress().getPort() + "/" + page;
    }

    String html(String page) {
        StringOutput output = new StringOutput();
        Shell shell = pages.get(page).get();
        templates.render(page + ".jte", Map.of("shell", shell, "frame", shell.frame()), output);
        return output.toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        if (pages.containsKey(path.substring(1))) {
            send(exchange, "text/html; charset=utf-8", html(path.substring(1)).getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/offline")) {
            send(exchange, "text/html; charset=utf-8", html("page/offline").getBytes(StandardCharsets.UTF_8));
        } else if (path.equals("/sw.js")) {
            send(exchange, "text/javascript", resource(ASSETS + "sw.js"));
        } else if (path.startsWith("/assets/")) {
            String type = path.endsWith(".css") ? "text/css" : "text/javascript";
            send(exchange, type, resource(ASSETS + path.substring("/assets/".length())));
        } else if (path.equals("/htmx.js")) {
            send(exchange, "text/javascript", resource(HTMX));
        } else if (path.startsWith("/thumb/")) {
            send(exchange, "image/png", picture(path.hashCode()));
        } else if (path.equals("/brand.css")) {
            send(exchange, "text/css", new byte[0]);
        } else {
            send(exchange, "application/manifest+json", "{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream in = Shell.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no resource " + path);
            }
            return in.readAllBytes();
        }
    }

    /** A sheet of paper with some lines of writing. */
    private static byte[] picture(int seed) throws IOException {
        BufferedImage sheet = new BufferedImage(640, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 800);
        pen.setColor(new Color(0x44, 0x4a, 0x66));
        pen.fillRect(64, 72, 260, 26);
        pen.setColor(new Color(0xc9, 0xcc, 0xd6));
        for (int line = 0; line < 18; line++) {
            pen.fillRect(64, 150 + line * 32, 300 + Math.floorMod(seed * (line + 7) * 31, 210), 10);
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", png);
        return png.toByteArray();
    }

    /** Looks into the host's templates first, then into the made-up pages. */
    private record Either(CodeResolver first, CodeResolver second) implements CodeResolver {
        @Override
        public String resolve(String name) {
            String code = first.resolve(name);
            return code == null ? second.resolve(name) : code;
        }

        @Override
        public boolean exists(String name) {
            return first.exists(name) || second.exists(name);
        }

        @Override
        public long getLastModified(String name) {
            return (first.exists(name) ? first : second).getLastModified(name);
        }
    }
}

package org.clientportal.resilience;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real proxy in front of a host, set up by the very file that the documentation shows, on a free port of loopback. */
final class FrontProxy implements AutoCloseable {
    /** Which one. */
    enum Kind {
        NGINX("nginx.conf", "/usr/sbin/nginx"),
        HAPROXY("haproxy.cfg", "/usr/sbin/haproxy");

        private final String sample;
        private final String program;

        Kind(String sample, String program) {
            this.sample = sample;
            this.program = program;
        }
    }

    private final Process process;
    private final int port;

    private FrontProxy(Process process, int port, Path log) throws IOException {
        this.process = process;
        this.port = port;
        HostProcess.await("the proxy's port", () -> !process.isAlive() || answers());
        if (!process.isAlive()) {
            throw new AssertionError("the proxy ended with " + process.exitValue() + ":\n" + Files.readString(log));
        }
    }

    /**
     * Starts one.
     *
     * @param folder an empty folder for its files
     * @param hosts the ports of the nodes behind it
     */
    static FrontProxy start(Kind kind, Path folder, TlsCertificate certificate, List<Integer> hosts)
            throws IOException {
        Files.createDirectories(folder);
        int port = free();
        String sample = Files.readString(Path.of("../../docs/proxy", kind.sample));
        String set = kind == Kind.NGINX ? nginx(folder, certificate, port, sample) : haproxy(certificate, port, sample);
        Path file = Files.writeString(folder.resolve(kind.sample), nodes(set, hosts));
        List<String> command = kind == Kind.NGINX
                ? List.of(kind.program, "-e", "stderr", "-p", folder.toString(), "-c", file.toString())
                : List.of(kind.program, "-db", "-f", file.toString());
        Path log = folder.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        return new FrontProxy(builder.start(), port, log);
    }

    int port() {
        return port;
    }

    private static String nginx(Path folder, TlsCertificate certificate, int port, String sample) {
        String server = replace(sample, "listen 443 ssl", "listen 127.0.0.1:" + port + " ssl");
        server = replace(
                server,
                "/etc/ssl/portal/certificate.pem",
                certificate.certificate().toString());
        server = replace(server, "/etc/ssl/portal/key.pem", certificate.key().toString());
        return "daemon off;\nmaster_process off;\npid nginx.pid;\nevents {}\nhttp {\naccess_log off;\n"
                + "client_body_temp_path " + folder + ";\nproxy_temp_path " + folder + ";\nfastcgi_temp_path " + folder
                + ";\nuwsgi_temp_path " + folder + ";\nscgi_temp_path " + folder + ";\n" + server + "}\n";
    }

    private static String haproxy(TlsCertificate certificate, int port, String sample) {
        String config = replace(sample, "bind :443", "bind 127.0.0.1:" + port);
        return replace(config, "/etc/haproxy/portal.pem", certificate.both().toString());
    }

    /** One line for each node, as the samples say. */
    private static String nodes(String config, List<Integer> ports) {
        StringBuilder lines = new StringBuilder();
        for (String line : config.split("\n", -1)) {
            if (line.contains("127.0.0.1:8080")) {
                for (int i = 0; i < ports.size(); i++) {
                    lines.append(line.replace("127.0.0.1:8080", "127.0.0.1:" + ports.get(i))
                                    .replace("node1", "node" + (i + 1)))
                            .append('\n');
                }
            } else {
                lines.append(line).append('\n');
            }
        }
        return lines.toString();
    }

    private static String replace(String text, String part, String with) {
        if (!text.contains(part)) {
            throw new AssertionError("the sample has no " + part);
        }
        return text.replace(part, with);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        HostProcess.await("the end of the proxy", () -> !process.isAlive());
    }
}

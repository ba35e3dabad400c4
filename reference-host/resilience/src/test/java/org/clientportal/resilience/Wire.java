package org.clientportal.resilience;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A connection of a client that sends what it likes, from an address that is no proxy's. */
final class Wire implements AutoCloseable {
    /** Where it comes from. */
    static final String CLIENT = "127.0.0.5";

    private final Socket socket;
    private boolean over;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** Connects in the clear, or over TLS with whoever is trusted. */
    static Wire to(int port, Optional<SSLContext> tls) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Socket plain = new Socket();
        plain.bind(new InetSocketAddress(CLIENT, 0));
        plain.connect(new InetSocketAddress(loopback, port));
        // Only so that a test which hangs says so.
        plain.setSoTimeout(60_000);
        return new Wire(
                tls.isEmpty() ? plain : tls.get().getSocketFactory().createSocket(plain, "localhost", port, true));
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** All that comes until the other side closes, breaks off, or says nothing for a while. */
    String said() throws IOException {
        socket.setSoTimeout(2_000);
        StringBuilder all = new StringBuilder();
        try {
            for (int one = in().read(); one >= 0; one = in().read()) {
                all.append((char) one);
            }
            over = true;
        } catch (SocketTimeoutException silence) {
            over = false;
        } catch (IOException brokeOff) {
            over = true;
        }
        return all.toString();
    }

    /** Whether nothing more can come after what it said. */
    boolean isOver() {
        return over;
    }

    /** Some of what comes; a connection that broke off is at its end. */
    int read(byte[] piece) throws IOException {
        try {
            return in().read(piece);
        } catch (SocketTimeoutException hangs) {
            throw hangs;
        } catch (IOException brokenOff) {
            return -1;
        }
    }

    InputStream in() throws IOException {
        return socket.getInputStream();
    }

    /** All that comes until the other side closes, or breaks off. */
    String all() throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] piece = new byte[8192];
        for (int n = read(piece); n >= 0; n = read(piece)) {
            all.append(new String(piece, 0, n, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    /** Breaks the connection off, without an end. */
    @Override
    public void close() throws IOException {
        if (!socket.isClosed()) {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}

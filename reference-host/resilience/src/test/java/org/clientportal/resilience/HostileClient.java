package org.clientportal.resilience;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A client that wants to make a host fail, as a process of its own: its open connections are not the test's. */
final class HostileClient {
    private static final String POST =
            "POST /api/v1/sign-in/link HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n";

    /** What it does. */
    enum Kind {
        SAYS_NOTHING(10_000),
        SLOW_HEAD(1_000),
        SLOW_BODY(1_000),
        SLOW_READ(1_000),
        GIANT_BODY(8),
        ENDLESS_CHUNKS(8),
        HUGE_HEAD(8),
        DEEP_JSON(8);

        /** How many connections at once. */
        final int connections;

        Kind(int connections) {
            this.connections = connections;
        }
    }

    private final Kind kind;
    private final int port;

    private HostileClient(Kind kind, int port) {
        this.kind = kind;
        this.port = port;
    }

    /** Begins, prints {@code ready} when it is in full swing, and goes on until its input ends. */
    public static void main(String[] args) throws IOException {
        HostileClient client = new HostileClient(Kind.valueOf(args[0]), Integer.parseInt(args[1]));
        if (client.kind.connections > 100) {
            client.slow();
        } else {
            client.busy();
        }
    }

    /** Many connections that never end what they began: a byte each now and then. */
    private void slow() throws IOException {
        List<SocketChannel> open = new ArrayList<>();
        for (int i = 0; i < kind.connections; i++) {
            open.add(begun());
        }
        System.out.println("ready");
        while (System.in.available() == 0) {
            for (int i = 0; i < open.size() && System.in.available() == 0; i++) {
                if (!trickled(open.get(i))) {
                    open.get(i).close();
                    open.set(i, begun());
                }
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Tried until the host takes it. */
    private SocketChannel begun() {
        String begin = switch (kind) {
            case SLOW_HEAD -> "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n";
            case SLOW_BODY -> POST + "Content-Length: 200000\r\n\r\n";
            case SLOW_READ -> "GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(200);
            default -> "";
        };
        while (true) {
            try {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                try {
                    channel.write(bytes(begin));
                    channel.configureBlocking(false);
                    return channel;
                } catch (IOException brokenOff) {
                    channel.close();
                }
            } catch (IOException refused) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    /** Whether the host has not closed it: who has nothing to say takes a byte of what there is. */
    private boolean trickled(SocketChannel channel) {
        try {
            return switch (kind) {
                case SLOW_HEAD -> channel.write(bytes("X: y\r\n")) >= 0;
                case SLOW_BODY -> channel.write(bytes(" ")) >= 0;
                default -> channel.read(ByteBuffer.allocate(1)) >= 0;
            };
        } catch (IOException closed) {
            return false;
        }
    }

    /** A few connections that send as much as they can, again and again. */
    private void busy() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(kind.connections);
        for (int i = 0; i < kind.connections; i++) {
            threads.execute(this::sendForEver);
        }
        System.out.println("ready");
        System.in.read();
        System.exit(0);
    }

    private void sendForEver() {
        byte[] piece = new byte[64 << 10];
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                switch (kind) {
                    case GIANT_BODY -> {
                        send(socket, POST + "Content-Length: 10000000000\r\n\r\n");
                        sendWhileTaken(out, piece);
                    }
                    case ENDLESS_CHUNKS -> {
                        send(socket, POST + "Transfer-Encoding: chunked\r\n\r\n");
                        sendWhileTaken(
                                out, ("8000\r\n" + " ".repeat(0x8000) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    }
                    case HUGE_HEAD -> send(socket, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "x".repeat(1 << 20));
                    default -> send(socket, POST + "Content-Length: 200000\r\n\r\n" + "[".repeat(200_000));
                }
                socket.getInputStream().readNBytes(piece, 0, 1);
            } catch (IOException closed) {
                // As it may: begun anew.
            }
        }
    }

    private static void sendWhileTaken(OutputStream out, byte[] piece) throws IOException {
        while (true) {
            out.write(piece);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}

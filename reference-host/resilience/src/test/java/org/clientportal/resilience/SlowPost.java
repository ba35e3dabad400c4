package org.clientportal.resilience;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands before a mail server, and keeps back the mails and replies that a test names, until their sender is gone. */
final class SlowPost implements AutoCloseable {
    /** What it keeps back at the end of a mail: the server then has none, or its sender does not know that it was taken. */
    enum Kept {
        THE_MAIL,
        THE_REPLY
    }

    private final int server;
    private final ServerSocket listener;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    SlowPost(Post post) throws IOException {
        server = post.port();
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        background(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on keeps something back of mails to an address. */
    void keep(Kept what, String email) {
        kept.put(email, what);
    }

    /** Keeps nothing back from now on. */
    void keepNothing() {
        kept.clear();
    }

    /** Whether somebody waits in vain for what becomes of a mail to an address. */
    boolean hasInHand(String email) {
        return inHand.contains(email);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket sender = listener.accept();
                background(() -> relay(sender));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket sender) {
        try (sender;
                Socket receiver = new Socket(InetAddress.getLoopbackAddress(), server);
                BufferedReader mail = lines(sender);
                BufferedReader replies = lines(receiver)) {
            write(sender, reply(replies));
            String recipient = "";
            boolean within = false;
            for (String line = mail.readLine(); line != null; line = mail.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                }
                Kept now = within && line.equals(".") ? kept.get(recipient) : null;
                if (now == Kept.THE_MAIL) {
                    waitInVain(recipient, mail);
                    return;
                }
                write(receiver, line);
                if (within && !line.equals(".")) {
                    continue;
                }
                within = line.equals("DATA");
                String reply = reply(replies);
                if (now == Kept.THE_REPLY) {
                    waitInVain(recipient, mail);
                    return;
                }
                write(sender, reply);
            }
        } catch (IOException gone) {
            // Either side hung up.
        }
    }

    private void waitInVain(String recipient, BufferedReader mail) throws IOException {
        inHand.add(recipient);
        mail.readLine();
    }

    private static String reply(BufferedReader replies) throws IOException {
        StringBuilder reply = new StringBuilder();
        String line = replies.readLine();
        while (line != null && line.startsWith("-", 3)) {
            reply.append(line).append("\r\n");
            line = replies.readLine();
        }
        return reply.append(line).toString();
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void background(Runnable task) {
        Thread thread = new Thread(task, "slow-post");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

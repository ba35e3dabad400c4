package org.clientportal.host.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server on loopback that does at each step of each delivery what a test says. */
final class ScriptedServer implements AutoCloseable {
    /** The step before the first command. */
    static final String GREETING = "GREETING";
    /** The step after a mail's last line. */
    static final String END = ".";

    private static final int ASKS_FOR_THE_MAIL = 354;

    /** Says what is done at a step: a command's first four letters (HELO stands for EHLO too), {@link #GREETING}, {@link #END}. */
    @FunctionalInterface
    interface Script {
        Answer at(String step, Talk talk);
    }

    /** What is done at a step. */
    @FunctionalInterface
    interface Answer {
        void give(Talk talk) throws IOException;
    }

    private final ServerSocket listener;
    private final Script script;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Queue<String> tried = new ConcurrentLinkedQueue<>();

    ScriptedServer(Script script) {
        this("127.0.0.1", 0, script);
    }

    /** At an address of this machine, on a port that was free a moment ago, or any with 0. */
    ScriptedServer(String address, int port, Script script) {
        this.script = script;
        try {
            listener = new ServerSocket(port, 100, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        background(this::listen);
    }

    /** What a server does that is well. */
    static Answer usual(String step) {
        return switch (step) {
            case GREETING -> talk -> talk.say(220);
            case "DATA" -> talk -> talk.say(ASKS_FOR_THE_MAIL);
            case END -> Talk::takes;
            case "QUIT" -> talk -> talk.say(221);
            default -> talk -> talk.say(250);
        };
    }

    /** One that does this at one step, and is well otherwise. */
    static ScriptedServer at(String step, Answer answer) {
        return new ScriptedServer((now, talk) -> now.equals(step) ? answer : usual(now));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The Message-IDs of the mails that it took, in their order; one that it took twice twice. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** To whom mails were tried to be sent, in their order. */
    List<String> tried() {
        return List.copyOf(tried);
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                background(() -> new Talk(client).run());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void background(Runnable task) {
        Thread thread = new Thread(task, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    final class Talk {
        private final Socket client;
        private String recipient = "";
        private String messageId = "";
        private boolean asked;

        private Talk(Socket client) {
            this.client = client;
        }

        /** The address that the mail is for; empty until it was named. */
        String recipient() {
            return recipient;
        }

        /** Replies with a number, and words that nobody should quote. */
        void say(int number) throws IOException {
            asked = number == ASKS_FOR_THE_MAIL;
            write(number + " ana@client.example\r\n");
        }

        /** Writes something, be it SMTP or not. */
        void write(String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** Becomes responsible for the mail, without saying so. */
        void keeps() {
            taken.add(messageId);
        }

        /** Becomes responsible for the mail, and says so. */
        void takes() throws IOException {
            keeps();
            say(250);
        }

        /** Ends in good order. */
        void hangsUp() throws IOException {
            client.close();
        }

        /** Ends in bad order: the other side reads a failure. */
        void breaksOff() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
        }

        private void run() {
            try (Socket socket = client;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
                play(GREETING);
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String step =
                            line.length() < 4 ? line : line.substring(0, 4).replace("EHLO", "HELO");
                    if (step.equals("RCPT")) {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        tried.add(recipient);
                    }
                    play(step);
                    if (asked) {
                        asked = false;
                        readMail(in);
                        play(END);
                    }
                }
            } catch (IOException gone) {
                // Either side hung up.
            } finally {
                open.remove(client);
            }
        }

        private void play(String step) throws IOException {
            script.at(step, this).give(this);
        }

        private void readMail(BufferedReader in) throws IOException {
            for (String line = in.readLine(); !END.equals(line); line = in.readLine()) {
                if (line == null) {
                    throw new IOException("the mail broke off");
                }
                if (line.startsWith("Message-ID: ")) {
                    messageId = line.substring("Message-ID: ".length());
                }
            }
        }
    }
}

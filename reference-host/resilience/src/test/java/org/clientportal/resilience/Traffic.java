package org.clientportal.resilience;

import java.io.IOException;
import java.net.ConnectException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * People who upload, create, rename and delete as fast as they are answered, and note every acknowledgement. What ends
 * without a success is not noted: it may have happened or not.
 */
final class Traffic implements AutoCloseable {
    private static final int WRITERS = 4;
    private static final int LARGEST = 48 * 1024;

    private final Caller caller;
    private final Journal journal;
    private final AtomicLong numbers;
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> surprises = new CopyOnWriteArrayList<>();
    private final AtomicLong unavailable = new AtomicLong();
    private volatile boolean stopped;

    /** @param numbers goes on over all rounds, so that no name comes twice */
    private Traffic(Caller caller, Journal journal, AtomicLong numbers) {
        this.caller = caller;
        this.journal = journal;
        this.numbers = numbers;
    }

    static Traffic begin(Caller caller, Journal journal, AtomicLong numbers, long seed) {
        Traffic traffic = new Traffic(caller, journal, numbers);
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> traffic.write(random), "writer-" + i);
            traffic.threads.add(thread);
            thread.start();
        }
        return traffic;
    }

    /**
     * What no fault excuses: answers other than success and 503 in the words that are meant for people, and answers that are
     * not understood. Known once it was closed, since an answer may come until then.
     */
    List<String> surprises() {
        if (threads.stream().anyMatch(Thread::isAlive)) {
            throw new IllegalStateException("answers may come yet");
        }
        return surprises;
    }

    /** How often it was told that the data cannot be reached right now. */
    long unavailable() {
        return unavailable.get();
    }

    private void write(Random random) {
        String client = "";
        String folder = "";
        List<String> mine = new ArrayList<>();
        while (!stopped) {
            try {
                if (folder.isEmpty()) {
                    client = create();
                    folder = client.isEmpty() ? "" : folderOf(client);
                    continue;
                }
                switch (random.nextInt(8)) {
                    case 0 -> create();
                    case 1, 2 -> rename(client);
                    case 3 -> delete(mine);
                    default -> upload(client, folder, random, mine);
                }
            } catch (IOException e) {
                // No answer: unknown.
                Thread.onSpinWait();
            } catch (RuntimeException e) {
                surprises.add(e.toString());
            }
        }
    }

    private String create() throws IOException {
        Caller.Reply reply = caller.call(
                "POST", "/api/v1/clients", Map.of("name", "Client " + numbers.incrementAndGet(), "type", "COMPANY"));
        if (!good(reply)) {
            return "";
        }
        journal.created(reply.text("id"));
        return reply.text("id");
    }

    private String folderOf(String client) throws IOException {
        Caller.Reply reply = caller.get("/api/v1/clients/" + client + "/folders");
        return good(reply) ? reply.json().at("/0/id").asText() : "";
    }

    private void rename(String client) throws IOException {
        long number = numbers.incrementAndGet();
        journal.nameAsked(client, number);
        if (good(caller.call("PATCH", "/api/v1/clients/" + client, Map.of("name", "Renamed " + number)))) {
            journal.named(client, number);
        }
    }

    private void upload(String client, String folder, Random random, List<String> mine) throws IOException {
        byte[] bytes = new byte[1 + random.nextInt(LARGEST)];
        random.nextBytes(bytes);
        Caller.Reply reply = caller.upload(
                "/api/v1/clients/" + client + "/documents?visible=true&folderId=" + folder + "&name=File"
                        + numbers.incrementAndGet() + ".bin",
                bytes);
        if (good(reply)) {
            journal.uploaded(reply.text("id"), new Journal.Upload(sha256(bytes), bytes.length));
            mine.add(reply.text("id"));
        }
    }

    private void delete(List<String> mine) throws IOException {
        if (mine.isEmpty()) {
            return;
        }
        String document = mine.remove(mine.size() - 1);
        journal.deletionAsked(document);
        try {
            if (good(caller.call("DELETE", "/api/v1/documents/" + document))) {
                journal.deleted(document);
            }
        } catch (ConnectException e) {
            // It never left: nobody may delete this one.
            journal.deletionNotAsked(document);
            mine.add(document);
            throw e;
        }
    }

    private boolean good(Caller.Reply reply) {
        if (Unavailable.isToldBy(reply)) {
            unavailable.incrementAndGet();
        } else if (!reply.done()) {
            surprises.add(reply.status() + " " + reply.body());
        }
        return reply.done();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it; whoever waits for an answer still gets it. */
    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}

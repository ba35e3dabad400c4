package org.clientportal.host.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import org.clientportal.auth.NetworkKey;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a few of one network's requests be worked on at a time, whatever number of threads it may keep waiting: were all of
 * those at work, everybody else would stand in line behind them for the processors and for each lock (P21). A request that
 * waits for its client, for bytes to come or to be read, gives up its turn meanwhile, and so does one that waits for
 * anything else but the processor and says so.
 */
final class Turns extends Handler.Wrapper {
    private final TrustedProxies proxies;
    private final LoadingCache<String, Semaphore> networks;

    /** @param atOnce how many requests of one network may be worked on at the same time */
    Turns(Handler handler, TrustedProxies proxies, int atOnce) {
        super(handler);
        this.proxies = proxies;
        // Kept by those who wait for it or have it, and by nothing else.
        this.networks = Caffeine.newBuilder().weakValues().build(network -> new Semaphore(atOnce));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Turn turn = new Turn(networks.get(NetworkKey.of(proxies.client(request))));
        turn.take();
        request.setAttribute(Turn.class.getName(), turn);
        try {
            return super.handle(new Reader(request, turn), new Writer(request, response, turn), callback);
        } finally {
            turn.giveUp();
        }
    }

    /** Before a wait: the turn is taken again when the next byte is read or written. */
    static void giveUp(Request request) {
        if (request.getAttribute(Turn.class.getName()) instanceof Turn turn) {
            turn.giveUp();
        }
    }

    /** One request's turn. Belongs to the thread that answers it. */
    private static final class Turn {
        private final Semaphore network;
        private boolean taken;

        Turn(Semaphore network) {
            this.network = network;
        }

        void take() {
            if (!taken) {
                network.acquireUninterruptibly();
                taken = true;
            }
        }

        void giveUp() {
            if (taken) {
                taken = false;
                network.release();
            }
        }
    }

    private static final class Reader extends Request.Wrapper {
        private final Turn turn;

        Reader(Request request, Turn turn) {
            super(request);
            this.turn = turn;
        }

        @Override
        public Content.Chunk read() {
            turn.take();
            return super.read();
        }

        @Override
        public void demand(Runnable arrived) {
            turn.giveUp();
            super.demand(arrived);
        }
    }

    private static final class Writer extends Response.Wrapper {
        private final Turn turn;

        Writer(Request request, Response response, Turn turn) {
            super(request, response);
            this.turn = turn;
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            turn.take();
            Written written = new Written(callback);
            super.write(last, bytes, written);
            if (!written.over) {
                turn.giveUp();
            }
        }
    }

    private static final class Written extends Callback.Nested {
        private volatile boolean over;

        Written(Callback callback) {
            super(callback);
        }

        @Override
        public void succeeded() {
            over = true;
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            over = true;
            super.failed(failure);
        }
    }
}

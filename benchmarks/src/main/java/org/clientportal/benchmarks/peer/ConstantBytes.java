package org.clientportal.benchmarks.peer;

import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code /constant} with the same bytes from memory: as fast as Jetty sends anything. */
final class ConstantBytes extends Handler.Abstract.NonBlocking {
    private final ByteBuffer bytes;

    ConstantBytes(int length) {
        byte[] random = new byte[length];
        ThreadLocalRandom.current().nextBytes(random);
        bytes = ByteBuffer.allocateDirect(length).put(random).flip();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!request.getHttpURI().getPath().equals("/constant")) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
        response.write(true, bytes.duplicate(), callback);
        return true;
    }
}

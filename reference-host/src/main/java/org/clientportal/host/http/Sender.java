package org.clientportal.host.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Puts an answer on the wire; returns when its last byte was handed to the network. */
final class Sender {
    /** Nothing is left to do. */
    static final Runnable NOTHING = () -> {};

    private Sender() {}

    /**
     * @param exchange whose practice and cookies the answer needs; absent where no practice is known
     * @param beforeEnd run when all bytes of a small answer are out and before it ends
     */
    static void send(Request request, Response response, Optional<Exchange> exchange, Answer answer, Runnable beforeEnd)
            throws IOException {
        if (exchange.isPresent()) {
            Practice practice = exchange.get().practice();
            SecurityHeaders.putTransport(response.getHeaders(), practice);
            for (Cookie cookie : exchange.get().cookies().cookies(answer)) {
                Response.addCookie(response, cookie.on(practice));
            }
        }
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        if (answer.content() instanceof Download file) {
            new DownloadSender(request, response, file).send();
        } else if (answer.content() instanceof Answer.Bytes bytes) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, bytes.mediaType());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.bytes().length);
            write(response, bytes.bytes(), beforeEnd);
        } else {
            write(response, new byte[0], beforeEnd);
        }
    }

    private static void write(Response response, byte[] bytes, Runnable beforeEnd) throws IOException {
        if (beforeEnd == NOTHING) {
            Content.Sink.write(response, true, ByteBuffer.wrap(bytes));
        } else {
            Content.Sink.write(response, false, ByteBuffer.wrap(bytes));
            beforeEnd.run();
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
        }
    }
}

package org.clientportal.host.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.clientportal.model.practice.Practice;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Puts an answer on the wire; returns when its last byte was handed to the network. */
final class Sender {
    private Sender() {}

    static void send(Request request, Response response, Exchange exchange, Answer answer) throws IOException {
        Practice practice = exchange.practice();
        SecurityHeaders.putTransport(response.getHeaders(), practice);
        for (Cookie cookie : exchange.cookies().cookies(answer)) {
            Response.addCookie(response, cookie.on(practice));
        }
        send(request, response, answer);
    }

    static void send(Request request, Response response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        for (Map.Entry<String, String> header : answer.headers().entrySet()) {
            response.getHeaders().put(header.getKey(), header.getValue());
        }
        if (answer.content() instanceof Download file) {
            new DownloadSender(request, response, file).send();
        } else if (answer.content() instanceof Answer.Bytes bytes) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, bytes.mediaType());
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.bytes().length);
            Content.Sink.write(response, true, ByteBuffer.wrap(bytes.bytes()));
        } else {
            Content.Sink.write(response, true, ByteBuffer.allocate(0));
        }
    }
}

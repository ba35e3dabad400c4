package org.clientportal.host.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what is no proper HTTP, too large a head, and requests while stopping: nothing but the status in words. */
final class ProtocolFaults extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.put(response.getHeaders(), RandomText.bits128());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        Content.Sink.write(response, true, words(response.getStatus()), callback);
        return true;
    }

    private static String words(int status) {
        return HttpStatus.getMessage(status) + "\n";
    }
}
